/** YAML files as trees whose every leaf knows its line, and the schema they are held against. */
@NullMarked
package openlines.plugin.yaml;

import org.jspecify.annotations.NullMarked;
