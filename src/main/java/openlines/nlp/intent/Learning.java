package openlines.nlp.intent;

/**
 * How the trainers that go down a slope are run.
 *
 * @param epochs rounds over all texts
 * @param dropout share of a text's features left out in each round, so that no single word is relied on
 * @param hiddenDropout the same for the networks' hidden units
 * @param networks how much all networks together count beside the linear model's scores
 */
record Learning(int epochs, float dropout, float hiddenDropout, float networks) {}
