// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * What instrumented code calls. These classes are defined in the boot loader, in the package {@code
 * java.lang}, which every class loader and every module sees; they name JDK types and each other
 * only.
 */
package dev.preheat.agent.boot;
