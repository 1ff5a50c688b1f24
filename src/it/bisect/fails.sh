# Runs the program of setup-program with its image, as the loader's environment variables say. Fails
#   always: whatever happens;
#   count: when it.Primes.count(I)I was not left out;
#   output: when the output is not the one that it has without the image.
java=$(cat ../setup-program/target/jdk-home)/bin/java
arguments=../setup-program/target/setup-program-1.args
output=$("$java" -Dpreheat.report=report.json "@$arguments" 50) || exit 3
case $1 in
  count)
    tr -d ' \n' < report.json | grep -qF '"method":"it.Primes.count(I)I","reason":{"id":"EXCLUDED"' ;;
  output)
    test "$output" = "$(PREHEAT_DISABLE=1 "$java" "@$arguments" 50)" ;;
  *)
    exit 4 ;;
esac
