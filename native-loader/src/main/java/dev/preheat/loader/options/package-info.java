// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What the user has set. */
package dev.preheat.loader.options;
