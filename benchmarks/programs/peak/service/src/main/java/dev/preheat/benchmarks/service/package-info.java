// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** A shop as a service: HTTP, JSON, and a database in memory. */
package dev.preheat.benchmarks.service;
