// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What an image holds: records, symbols, facts, and what they say of each other. */
package dev.preheat.format.image.model;
