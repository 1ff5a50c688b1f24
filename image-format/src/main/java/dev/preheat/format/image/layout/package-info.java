// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Where everything lies in an image: the one place that knows offsets and sizes. */
package dev.preheat.format.image.layout;
