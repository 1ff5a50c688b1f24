// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The Maven goals: prepare the agent, make the image, run and inspect. */
package dev.preheat.maven;
