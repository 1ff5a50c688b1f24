// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the parameter that gets the path of this call: {@link PathOfCallMapping}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
@interface PathOfCall {}
