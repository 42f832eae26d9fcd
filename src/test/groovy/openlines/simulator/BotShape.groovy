package openlines.simulator

/** Holds an answer, or an event, against a description of the contract, field by field. */
class BotShape {

    static final Map<String, Map> ENTITIES = Contract.load('entities-v2')

    /** What is wrong with the value; nothing where it is as described. */
    static List<String> problems(Map described, Object value, String at = '') {
        def kinds = "${described.type}".split('\\|')*.strip()
        def fitting = kinds.find { kind -> fits(kind, value, described) }
        if (fitting == null) {
            return ["$at: $value is no $described.type".toString()]
        }
        def found = []
        if (described.values && value instanceof String && !(value in described.values) && !(value in (described.also_seen ?: []))) {
            found << "$at: $value is none of $described.values".toString()
        }
        def items = described.item_fields
        if (value instanceof List && (items || fitting.startsWith('array<'))) {
            def item = (fitting =~ /array<(.+)>/).with { it.find() ? it.group(1) : 'object' }
            value.eachWithIndex { one, i -> found.addAll(problems([type: item] + (items ? [fields: items] : [:]), one, "$at[$i]")) }
        } else if (value instanceof Map && items) {
            value.each { key, one -> found.addAll(problems([type: 'object', fields: items], one, "$at.$key")) }
        } else if (value instanceof Map && (described.fields || ENTITIES.containsKey(fitting))) {
            found.addAll(fields(described, fitting, value, at))
        }
        found
    }

    /** A page may print less of an entity than there is: what it prints must be there, what it doesn't may. */
    private static List<String> fields(Map described, String kind, Map value, String at) {
        Map entity = ENTITIES[kind]?.fields ?: [:]
        Map printed = described.fields ?: entity.findAll { !it.value.only }
        def found = (printed.keySet() - value.keySet()).collect { "$at: $it is missing".toString() }
        found.addAll((value.keySet() - printed.keySet() - entity.keySet()).collect { "$at: $it is on no page".toString() })
        value.each { key, one ->
            def field = printed[key] ?: entity[key]
            if (field) {
                found.addAll(problems(field as Map, one, "$at.$key"))
            }
        }
        found
    }

    private static boolean fits(String kind, Object value, Map described) {
        switch (kind) {
            case 'unknown': return true
            case 'integer': return value instanceof Integer || value instanceof Long
            case 'boolean': return value instanceof Boolean
            case 'string': return value instanceof String
            case 'datetime': return value instanceof String && value ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d/
            case 'null': return value == null
            case 'false': return value == false
            case 'array': return value instanceof List
            case ~/array<.+>/: return value instanceof List
            // an object without keys is a list to PHP
            case 'object': return value instanceof Map || value == []
            case { ENTITIES.containsKey(it) }: return value instanceof Map
            default: throw new IllegalArgumentException("the contract has a type $kind: $described")
        }
    }

    /** The keys of a tree as a form writes them, ids of bots, commands and people taken out. */
    static Set<String> keys(Object tree, String at = '') {
        if (tree instanceof Map) {
            return tree.collectMany { key, value -> keys(value, at ? "$at[$key]" : "$key") } as Set
        }
        if (tree instanceof List) {
            return tree.withIndex().collectMany { value, i -> keys(value, "$at[$i]") } as Set
        }
        [plain(at)] as Set
    }

    static String plain(String key) {
        key.replaceAll(/\[(BOT|COMMAND|MENTIONED_LIST|BOT_IN_CHAT)\]\[\d+\]/, '[$1][*]')
    }
}
