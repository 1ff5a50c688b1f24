// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * What the tests of several modules use. It starts what is under test, and never is a part of it.
 */
package dev.preheat.testkit;
