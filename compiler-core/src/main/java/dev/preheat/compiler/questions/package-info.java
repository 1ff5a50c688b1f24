/** Notes which classes the compiler asks JVMCI about: code depends on all of them. */
package dev.preheat.compiler.questions;
