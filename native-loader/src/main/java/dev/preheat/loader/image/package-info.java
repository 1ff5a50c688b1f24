// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Map: the image in memory, read and summed up; who may have written it. */
package dev.preheat.loader.image;
