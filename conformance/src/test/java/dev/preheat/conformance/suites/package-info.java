// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Runs the tests of libraries without an image and with one made from what they ran: every test
 * must end the same.
 */
package dev.preheat.conformance.suites;
