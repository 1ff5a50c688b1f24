// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The image as each class loader sees it: what is installed now, and what waits. */
package dev.preheat.loader.view;
