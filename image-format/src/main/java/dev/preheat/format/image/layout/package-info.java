/** Where everything lies in an image: the one place that knows offsets and sizes. */
package dev.preheat.format.image.layout;
