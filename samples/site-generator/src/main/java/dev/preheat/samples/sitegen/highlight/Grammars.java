// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

import dev.preheat.samples.sitegen.highlight.Grammar.CommentDelimiters;
import dev.preheat.samples.sitegen.highlight.Grammar.StringDelimiter;
import java.util.List;
import java.util.Set;

/** The grammars of the languages that the generator colours. */
final class Grammars {

  private static final StringDelimiter DOUBLE = new StringDelimiter("\"", true, false);
  private static final StringDelimiter SINGLE = new StringDelimiter("'", true, false);
  private static final StringDelimiter TEXT_BLOCK = new StringDelimiter("\"\"\"", true, true);
  private static final StringDelimiter BACKTICK = new StringDelimiter("`", true, true);
  private static final List<CommentDelimiters> C_COMMENTS =
      List.of(new CommentDelimiters("/*", "*/"));
  private static final List<String> SLASHES = List.of("//");

  private Grammars() {}

  static Grammar java() {
    String keywords =
        """
        abstract assert boolean break byte case catch char class const continue default do double
        else enum extends final finally float for goto if implements import instanceof int interface
        long native new package permits private protected public record return sealed short static
        strictfp super switch synchronized this throw throws transient try var void volatile when
        while yield true false null""";
    return new Grammar(
        words(keywords), SLASHES, C_COMMENTS, List.of(TEXT_BLOCK, DOUBLE, SINGLE), "@", true, true);
  }

  static Grammar kotlin() {
    String keywords =
        """
        as break by class companion continue data do else enum false for fun if import in interface
        internal is lateinit null object open override package private protected public return
        sealed super suspend this throw true try typealias val var vararg when where while""";
    return new Grammar(
        words(keywords), SLASHES, C_COMMENTS, List.of(TEXT_BLOCK, DOUBLE, SINGLE), "@", true, true);
  }

  static Grammar c() {
    String keywords =
        """
        auto bool break case char const constexpr continue default do double else enum extern float
        for goto if inline int int32_t int64_t long register restrict return short signed size_t
        sizeof static struct switch typedef uint8_t uint16_t uint32_t uint64_t union unsigned void
        volatile while class delete namespace new nullptr private public template this throw try
        catch typename using virtual true false NULL""";
    return new Grammar(
        words(keywords), SLASHES, C_COMMENTS, List.of(DOUBLE, SINGLE), "#", false, true);
  }

  static Grammar go() {
    String keywords =
        """
        break case chan const continue default defer else error fallthrough false for func go goto
        if import int int64 interface iota map nil package range return select string struct switch
        true type uint32 uint64 byte bool var""";
    return new Grammar(
        words(keywords), SLASHES, C_COMMENTS, List.of(BACKTICK, DOUBLE, SINGLE), "", true, true);
  }

  static Grammar rust() {
    String keywords =
        """
        as async await bool break const continue crate dyn else enum extern f64 false fn for i32 i64
        if impl in let loop match mod move mut pub ref return self static struct super trait true
        type u8 u32 u64 unsafe use usize where while""";
    return new Grammar(words(keywords), SLASHES, C_COMMENTS, List.of(DOUBLE), "#", true, true);
  }

  static Grammar javaScript() {
    String keywords =
        """
        async await break case catch class const continue debugger default delete do else export
        extends false finally for from function if import in instanceof interface let new null of
        return static super switch this throw true try type typeof undefined var void while
        yield""";
    return new Grammar(
        words(keywords), SLASHES, C_COMMENTS, List.of(BACKTICK, DOUBLE, SINGLE), "@", true, true);
  }

  static Grammar python() {
    String keywords =
        """
        and as assert async await break case class continue def del elif else except False finally
        for from global if import in is lambda match None nonlocal not or pass raise return self
        True try while with yield""";
    StringDelimiter longSingle = new StringDelimiter("'''", true, true);
    return new Grammar(
        words(keywords),
        List.of("#"),
        List.of(),
        List.of(TEXT_BLOCK, longSingle, DOUBLE, SINGLE),
        "@",
        true,
        true);
  }

  static Grammar shell() {
    String keywords =
        """
        case do done elif else esac exit export fi for function if in local read readonly return set
        shift source then trap unset until while""";
    StringDelimiter raw = new StringDelimiter("'", false, true);
    StringDelimiter quoted = new StringDelimiter("\"", true, true);
    return new Grammar(
        words(keywords), List.of("#"), List.of(), List.of(quoted, raw), "$", false, true);
  }

  static Grammar sql() {
    String keywords =
        """
        add all alter and as asc begin between by case check commit constraint create cross default
        delete desc distinct drop else end exists explain foreign from full group having in index
        inner insert into is join key left like limit not null offset on or order outer over
        partition primary recursive references returning right rollback rows select set table then
        transaction union unique update using values view when where with""";
    StringDelimiter text = new StringDelimiter("'", false, true);
    return new Grammar(
        words(keywords), List.of("--"), C_COMMENTS, List.of(text, DOUBLE), "@:", false, false);
  }

  private static Set<String> words(String text) {
    return Set.of(text.split("\\s+"));
  }
}
