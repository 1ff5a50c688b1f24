// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What a user is told: what happened, why, and what to do. */
package dev.preheat.maven.advice;
