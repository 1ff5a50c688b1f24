/** Which class data archive it is: a digest of its file, and of what a VM has mapped. */
package dev.preheat.hotspot.archive;
