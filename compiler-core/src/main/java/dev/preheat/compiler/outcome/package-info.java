/** Why a method is not in the image. */
package dev.preheat.compiler.outcome;
