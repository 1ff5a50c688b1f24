// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Notes which classes the compiler asks JVMCI about: code depends on all of them. */
package dev.preheat.compiler.questions;
