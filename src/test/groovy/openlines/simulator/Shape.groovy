package openlines.simulator

/** Compares an answer with the contract's description of it: every documented field, and its type. */
class Shape {

    final List<String> problems = []
    int fields
    /** CRM's figures show null for what nobody has set, whatever type the tables give. */
    boolean unsetIsNull

    static Shape of(Map method, Object result) {
        def shape = new Shape(unsetIsNull: (method.doc as String)?.contains('/crm/'))
        shape.check('result', method.result as Map, result)
        shape
    }

    private void check(String path, Object schema, Object value) {
        if (schema instanceof String) {
            type(path, schema, null, value)
            return
        }
        if (schema == null) {
            return
        }
        def described = schema as Map
        fields++
        if (described.or_empty == 'array' && value == []) {
            return
        }
        if (!type(path, described.type as String, described, value)) {
            return
        }
        if (value instanceof Map && described.fields) {
            def emptyIsList = (described.note as String)?.contains('empty fields are []')
            described.fields.each { name, field ->
                emptyIsList && value[name] == [] ? fields++ : inField(path, name as String, field, value as Map)
            }
        }
        if (value instanceof Map && described.keyed_by) {
            value.each { key, item -> check("$path.<$described.keyed_by>", described.item, item) }
        }
        if (value instanceof List && described.items) {
            value.eachWithIndex { item, i -> if (i < 3) check("$path[$i]", described.items, item) }
        }
    }

    private void inField(String path, String name, Object field, Map value) {
        if (name.contains('...') || name.contains('<')) {
            return
        }
        def described = field instanceof Map ? field : [type: field]
        if (value.containsKey(name)) {
            check("$path.$name", described, value[name])
        } else if (!described.optional && !described.only_if && described.documented != false) {
            problems << "$path.$name is missing".toString()
        }
    }

    private boolean type(String path, String types, Map described, Object value) {
        if (types == null || (unsetIsNull && value == null)) {
            return true
        }
        def allowed = types.split('\\|').toList()
        if (described?.figure_type) {
            allowed += described.figure_type.split('\\|').toList()
        }
        // "string in the sample": the page contradicts its own table
        if ((described?.note as String)?.contains('string in')) {
            allowed << 'string'
        }
        if (allowed.any { fits(it.trim(), value) }) {
            return true
        }
        problems << "$path is ${value?.getClass()?.simpleName} $value, not $types".toString()
        false
    }

    private static boolean fits(String type, Object value) {
        switch (type) {
            case 'any': return true
            case 'null': return value == null
            case 'false': return value == false
            case 'integer': case 'timestamp': return value instanceof Integer || value instanceof Long
            case 'double': return value instanceof Number || (value instanceof String && value.isNumber())
            case 'boolean': return value instanceof Boolean || value in ['Y', 'N']
            case 'datetime': return value == null || value == '' || value ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d/
            case 'array': return value instanceof List
            case 'object': return value instanceof Map
            case ~/.*\[\]/: case ~/array<.*/: return value instanceof List
            case ~/crm_.*/: case ['user', 'location', 'file', 'date', 'text']: return value == null || value instanceof String
            case ['string', 'char']: return value instanceof String
            default: throw new IllegalArgumentException("the contract has a type that the spec does not know: $type")
        }
    }
}
