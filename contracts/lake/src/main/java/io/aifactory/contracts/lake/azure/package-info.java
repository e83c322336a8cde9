/** The lake in Azure Data Lake Storage Gen2: one account per environment, one file system in each. */
@NullMarked
package io.aifactory.contracts.lake.azure;

import org.jspecify.annotations.NullMarked;
