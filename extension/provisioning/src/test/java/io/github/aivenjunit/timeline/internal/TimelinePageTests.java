package io.github.aivenjunit.timeline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.timeline.TestOutcome;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class TimelinePageTests {

    private static final String HOSTILE = "</style><script>alert('1')</script>&amp; \" ' \u0000\u0007\uD800";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200})
    void everyClassHasALaneAndEveryServiceOneBelowIt(int classes) throws Exception {
        Document page = parsed(TimelinePage.of(Sample.of(classes)));

        assertThat(elements(page, "div", "row class")).hasSize(classes);
        assertThat(elements(page, "div", "row service")).hasSize(classes);
        assertThat(elements(page, "section", "group")).hasSize(classes);
    }

    @Test
    void aLaneSaysInWordsWhatItShows() throws Exception {
        Document page = parsed(TimelinePage.of(Sample.of(1)));

        assertThat(elements(page, "div", "track"))
                .extracting(track -> track.getAttribute("aria-label"))
                .containsExactly(
                        "waits 5.0 s, 3 tests, 1 failed 2.0 s, deletion 1.0 s",
                        "project 1.0 s, create call 1.0 s, until RUNNING 2.0 s, query 1.0 s, usable 3.0 s,"
                                + " deletion 1.0 s",
                        "6 requests, 3 reads, 2 writes, 1 deletes, 1 answered 429, at most 6 per second");
    }

    @Test
    void piecesStandWhereTheirMomentsAre() throws Exception {
        Document page = parsed(TimelinePage.of(Sample.of(1)));

        assertThat(elements(page, "i", "wait"))
                .extracting(piece -> piece.getAttribute("style"))
                .contains("left:0.000%;width:25.000%");
        assertThat(elements(page, "i", "tests bad"))
                .extracting(piece -> piece.getAttribute("style"))
                .containsExactly("left:25.000%;width:10.000%");
    }

    @Test
    void namesFromOutsideAreTextAndNothingElse() throws Exception {
        Sample sample = new Sample();
        sample.platform(new PlatformSpan(
                0,
                HOSTILE,
                HOSTILE,
                true,
                Sample.at(0),
                Sample.moment(1),
                Optional.empty(),
                Sample.moment(3),
                Optional.empty(),
                Optional.empty(),
                Fate.ALIVE,
                List.of(new ServiceSpan(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        Optional.empty(),
                        Sample.at(1),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()))));
        sample.user(HOSTILE, 0, 0, 1, 2);
        Timeline hostile = sample.timeline();

        String page = TimelinePage.of(new Timeline(
                HOSTILE,
                1,
                hostile.origin(),
                hostile.length(),
                hostile.platforms(),
                hostile.classes(),
                hostile.requests()));

        Document document = parsed(page);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Timeline of run </style><script>alert('1')</script>&amp; \" ' \uFFFD\uFFFD\uFFFD");
        assertThat(page).doesNotContain("<script");
    }

    @Test
    void itFetchesNothing() {
        assertThat(TimelinePage.of(Sample.of(2)).replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:", "https:", "<script", "<link", "<img", "url(", "@import")
                .contains("default-src 'none'");
    }

    @Test
    void aPlatformThatNoClassUsedAndAClassWithoutAPlatformHaveLanes() throws Exception {
        Timeline timeline = new Sample().platform(0, 30, 60).timeline();
        ClassSpan failed = new ClassSpan(
                "example.FailedTest",
                Optional.empty(),
                Sample.at(0),
                Optional.empty(),
                Sample.moment(5),
                Sample.moment(6),
                Map.of(TestOutcome.SKIPPED, 1));

        Document page = parsed(TimelinePage.of(new Timeline(
                "r", 2, timeline.origin(), timeline.length(), timeline.platforms(), List.of(failed), Requests.none())));

        assertThat(elements(page, "span", "name"))
                .extracting(Element::getTextContent)
                .containsExactly("aj-project-0", "FailedTest");
    }

    private static List<Element> elements(Document page, String tag, String style) {
        NodeList all = page.getElementsByTagName(tag);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(element -> element.getAttribute("class").equals(style))
                .toList();
    }

    private static Document parsed(String page) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
