/** Our models behind Apache OpenNLP's interfaces, for who knows those and may want to plug another in. */
@NullMarked
package openlines.nlp.opennlp;

import org.jspecify.annotations.NullMarked;
