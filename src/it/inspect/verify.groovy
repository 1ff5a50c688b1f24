import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text

assert log.contains('Image of format version 3')
assert log =~ /java.vm.version = 25\./
assert log.contains('Class path')
assert log.contains('facts about the JVM')
assert log =~ /[\d,]+ +it\.Primes\.count\(I\)I/
def json = new JsonSlurper().parse(new File(basedir, 'image.json'))
assert json.image.properties['java.vm.version'].startsWith('25.')
assert json.methods.any { it.name == 'it.Primes.count(I)I' && it.codeBytes > 0 }
// The second invocation: one method.
assert log =~ /method [\d,]+ of [\d,]+ in variant/
assert log =~ /it\.Primes: SHA-256 [0-9a-f]{64}/
// The third: a name that is not there.
assert log.contains('has no method with "it.Primes.cuont" in its name')
