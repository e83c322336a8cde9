/** The wire: AMQP 1.0 connections and links, authorisation at $cbs, requests at $management. */
@NullMarked
package io.aifactory.localbus.amqp;

import org.jspecify.annotations.NullMarked;
