/** Records a run as it happens and shows it afterwards, as JSON and as a page: lanes, requests, savings and costs. */
@NullMarked
package io.github.aivenjunit.timeline.internal;

import org.jspecify.annotations.NullMarked;
