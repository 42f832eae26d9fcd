package openlines.simulator.connector

import org.yaml.snakeyaml.Yaml

/** The contract's two files on connectors, and whether an answer or an event has the documented form. */
class ConnectorContract {

    static final Map<String, Map> METHODS = load('imconnector')
    static final Map<String, Map> EVENTS = load('connector-events')

    private static Map<String, Map> load(String file) {
        ConnectorContract.getResourceAsStream("/contract/${file}.yaml").withCloseable { new Yaml().load(it) as Map }
    }

    /** What is wrong with the value, path by path; {@code wire} where every scalar is a text. */
    static List<String> faults(Map schema, Object value, boolean wire, String path, List<String> seen) {
        def type = schema.type.toString()
        seen << path
        if (type.endsWith('[]')) {
            def items = wire ? (value as Map).values() : value as List
            def item = schema.items ?: [type: type - '[]']
            return items.withIndex().collectMany { one, i -> faults(item, one, wire, "$path[$i]", seen) }
        }
        switch (type) {
            case 'object':
                if (!(value instanceof Map)) {
                    return ["$path is no object: $value".toString()]
                }
                return fields(schema.fields ?: [:], value as Map, wire, path, seen)
            case 'array':
                def items = wire && value instanceof Map ? value.values() : value
                if (!(items instanceof Collection)) {
                    return ["$path is no array: $value".toString()]
                }
                return schema.items ? items.withIndex().collectMany { one, i -> faults(schema.items, one, wire, "$path[$i]", seen) } : []
            case 'integer':
            case 'timestamp':
                return (wire ? value ==~ /-?\d+/ : value instanceof Integer) ? [] : ["$path is no integer: $value".toString()]
            case 'boolean':
                return value instanceof Boolean ? [] : ["$path is no boolean: $value".toString()]
            case 'string':
                def choices = schema.values
                return value instanceof String && (!choices || value in choices) ? [] : ["$path is no such text: $value".toString()]
            default:
                throw new IllegalArgumentException("$path: $type")
        }
    }

    private static List<String> fields(Map<String, Map> schema, Map value, boolean wire, String path, List<String> seen) {
        if (schema.keySet().any { it.startsWith('<') }) {
            return value.collectMany { key, one -> faults(schema.values().first(), one, wire, "$path.$key", seen) }
        }
        def missing = schema.findAll { name, one -> !value.containsKey(name) && !one.optional && one.required != false }
                .collect { name, one -> "$path.$name is missing".toString() }
        def unknown = schema ? (value.keySet() - schema.keySet()).collect { "$path.$it is not documented".toString() } : []
        missing + unknown + schema.findAll { name, one -> value.containsKey(name) }
                .collectMany { name, one -> faults(one, value[name], wire, "$path.$name", seen) }
    }

    /** The keys of a tree, lists by their first element. */
    static Object shape(Object tree) {
        tree instanceof Map ? tree.collectEntries { key, value -> [key, shape(value)] }
                : tree instanceof List ? tree.take(1).collect { shape(it) } : '.'
    }
}
