/** What a user is told: what happened, why, and what to do. */
package dev.preheat.maven.advice;
