/** Who decided on a promotion, when, why and on what figures. */
@NullMarked
package io.aifactory.promotion.approval;

import org.jspecify.annotations.NullMarked;
