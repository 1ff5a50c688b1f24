/**
 * Runs the tests of libraries without an image and with one made from what they ran: every test
 * must end the same.
 */
package dev.preheat.conformance.suites;
