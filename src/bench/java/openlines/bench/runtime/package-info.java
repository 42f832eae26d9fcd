/** The runtime end to end, beside a bare Micronaut endpoint and the same bot on Slack's Bolt. */
package openlines.bench.runtime;
