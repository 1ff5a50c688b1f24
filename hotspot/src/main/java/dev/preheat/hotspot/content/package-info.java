/** What a class is, as a digest over the memory of the VM that holds it. */
package dev.preheat.hotspot.content;
