// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.markdown;

import java.util.SortedMap;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Counts what is in the text of a page. */
final class FactCollector extends AbstractVisitor {

  private final SortedMap<String, Integer> codeBlocks = new TreeMap<>();
  private int words;
  private int codeLines;
  private int links;

  private FactCollector() {}

  static PageFacts collect(Node document) {
    FactCollector collector = new FactCollector();
    document.accept(collector);
    return new PageFacts(
        collector.words, collector.codeLines, collector.codeBlocks, collector.links);
  }

  @Override
  public void visit(Text text) {
    words += countWords(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words++;
  }

  @Override
  public void visit(Link link) {
    links++;
    visitChildren(link);
  }

  @Override
  public void visit(FencedCodeBlock block) {
    InfoString info = InfoString.parse(block.getInfo());
    if (!info.language().equals("data")) {
      codeBlocks.merge(info.language().isEmpty() ? "text" : info.language(), 1, Integer::sum);
      codeLines += (int) block.getLiteral().lines().count();
    }
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    codeBlocks.merge("text", 1, Integer::sum);
    codeLines += (int) block.getLiteral().lines().count();
  }

  private static int countWords(String text) {
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean partOfWord = Character.isLetterOrDigit(text.charAt(i));
      if (partOfWord && !inWord) {
        count++;
      }
      inWord = partOfWord || inWord && isJoiner(text.charAt(i));
    }
    return count;
  }

  private static boolean isJoiner(char c) {
    return c == '\'' || c == '’' || c == '-';
  }
}
