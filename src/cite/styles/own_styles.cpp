// ibid's own styles, by name: spandidos, spandidos-apa, spandidos-mla, spandidos-chicago. They give the four strings that
// the journals of Spandidos Publications offer for copying, which are near to no style of the CSL repository. The attribute
// ibid:first-initial-only is an addition of ibid's to CSL: "Jia-Jie" is "J" ("J.-J." cannot be had otherwise in CSL).
#include "cite/library.hpp"

namespace ibid::cite {
namespace {

constexpr std::string_view spandidos = R"csl(<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" xmlns:ibid="urn:x-ibid:csl" version="1.0" class="in-text" demote-non-dropping-particle="never"
       default-locale="en-US" ibid:first-initial-only="true">
  <info>
    <title>Spandidos Publications, as on its article pages</title>
    <id>spandidos</id>
    <updated>2026-11-30T00:00:00+00:00</updated>
  </info>
  <citation collapse="citation-number">
    <sort><key variable="citation-number"/></sort>
    <layout prefix="(" suffix=")" delimiter=","><text variable="citation-number"/></layout>
  </citation>
  <bibliography>
    <layout>
      <group delimiter=": ">
        <names variable="author">
          <name and="text" delimiter-precedes-last="never" name-as-sort-order="all" sort-separator=" " initialize-with=""/>
          <substitute><names variable="editor"/></substitute>
        </names>
        <group delimiter=". ">
          <text variable="title"/>
          <group delimiter=", ">
            <group delimiter=" ">
              <text variable="container-title" form="short"/>
              <group delimiter=": ">
                <text variable="volume"/>
                <choose>
                  <if variable="page"><text variable="page"/></if>
                  <else><text variable="number"/></else>
                </choose>
              </group>
            </group>
            <choose>
              <if type="article-journal article-magazine article-newspaper" match="none"><text variable="publisher"/></if>
            </choose>
            <choose>
              <if type="article-journal article-magazine article-newspaper" match="none"><text variable="publisher-place"/></if>
            </choose>
            <date variable="issued"><date-part name="year"/></date>
          </group>
        </group>
      </group>
    </layout>
  </bibliography>
</style>
)csl";

constexpr std::string_view apa = R"csl(<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" xmlns:ibid="urn:x-ibid:csl" version="1.0" class="in-text" demote-non-dropping-particle="never"
       default-locale="en-US" ibid:first-initial-only="true">
  <info>
    <title>APA, as on the article pages of Spandidos Publications</title>
    <id>spandidos-apa</id>
    <updated>2026-11-30T00:00:00+00:00</updated>
  </info>
  <locale><style-options punctuation-in-quote="false"/></locale>
  <citation et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true">
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", ">
        <names variable="author">
          <name form="short" and="symbol"/>
          <substitute><names variable="editor"/><text variable="title"/></substitute>
        </names>
        <date variable="issued"><date-part name="year"/></date>
      </group>
    </layout>
  </citation>
  <bibliography hanging-indent="true">
    <sort><key variable="author"/><key variable="issued"/></sort>
    <layout>
      <group delimiter=" ">
        <group delimiter=". " suffix=".">
          <group delimiter=" ">
            <names variable="author">
              <name and="symbol" delimiter-precedes-last="always" name-as-sort-order="all" initialize-with=". "/>
              <substitute><names variable="editor"/></substitute>
            </names>
            <date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>
          </group>
          <text variable="title"/>
          <group delimiter=", ">
            <text variable="container-title"/>
            <text variable="volume"/>
            <choose>
              <if variable="page"><text variable="page"/></if>
              <else><text variable="number"/></else>
            </choose>
          </group>
          <choose>
            <if type="article-journal article-magazine article-newspaper" match="none"><text variable="publisher"/></if>
          </choose>
        </group>
        <text variable="DOI" prefix="https://doi.org/"/>
      </group>
    </layout>
  </bibliography>
</style>
)csl";

constexpr std::string_view mla = R"csl(<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" xmlns:ibid="urn:x-ibid:csl" version="1.0" class="in-text" demote-non-dropping-particle="never"
       default-locale="en-US" ibid:first-initial-only="true">
  <info>
    <title>MLA, as on the article pages of Spandidos Publications</title>
    <id>spandidos-mla</id>
    <updated>2026-11-30T00:00:00+00:00</updated>
  </info>
  <locale><style-options punctuation-in-quote="false"/></locale>
  <citation et-al-min="3" et-al-use-first="1">
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=" ">
        <names variable="author">
          <name form="short" and="text"/>
          <substitute><names variable="editor"/><text variable="title"/></substitute>
        </names>
        <text variable="locator"/>
      </group>
    </layout>
  </citation>
  <bibliography hanging-indent="true">
    <sort><key variable="author"/><key variable="title"/></sort>
    <layout>
      <group delimiter=" " suffix=".">
        <group>
          <names variable="author">
            <name name-as-sort-order="all" initialize-with=". "/>
            <substitute><names variable="editor"/></substitute>
          </names>
          <text variable="title" prefix="&quot;" suffix="&quot;."/>
        </group>
        <text variable="container-title"/>
        <choose>
          <if type="article-journal article-magazine article-newspaper" match="none"><text variable="publisher"/></if>
        </choose>
        <group delimiter=".">
          <text variable="volume"/>
          <text variable="issue"/>
        </group>
        <group delimiter=": ">
          <date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>
          <choose>
            <if variable="page"><text variable="page"/></if>
            <else><text variable="number"/></else>
          </choose>
        </group>
      </group>
    </layout>
  </bibliography>
</style>
)csl";

constexpr std::string_view chicago = R"csl(<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" xmlns:ibid="urn:x-ibid:csl" version="1.0" class="in-text" demote-non-dropping-particle="never"
       default-locale="en-US" ibid:first-initial-only="true">
  <info>
    <title>Chicago, as on the article pages of Spandidos Publications</title>
    <id>spandidos-chicago</id>
    <updated>2026-11-30T00:00:00+00:00</updated>
  </info>
  <locale><style-options punctuation-in-quote="false"/></locale>
  <citation et-al-min="4" et-al-use-first="1" disambiguate-add-year-suffix="true">
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", ">
        <group delimiter=" ">
          <names variable="author">
            <name form="short" and="text"/>
            <substitute><names variable="editor"/><text variable="title"/></substitute>
          </names>
          <date variable="issued"><date-part name="year"/></date>
        </group>
        <text variable="locator"/>
      </group>
    </layout>
  </citation>
  <bibliography hanging-indent="true">
    <sort><key variable="author"/><key variable="issued"/></sort>
    <layout>
      <group delimiter=" ">
        <group delimiter=" " suffix=".">
          <group>
            <names variable="author">
              <name name-as-sort-order="all" initialize-with=". "/>
              <substitute><names variable="editor"/></substitute>
            </names>
            <text variable="title" prefix="&quot;" suffix="&quot;."/>
          </group>
          <text variable="container-title"/>
          <choose>
            <if type="article-journal article-magazine article-newspaper" match="none"><text variable="publisher"/></if>
          </choose>
          <group delimiter=", ">
            <text variable="volume"/>
            <text variable="issue" prefix="no. "/>
          </group>
          <group delimiter=": ">
            <date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>
            <choose>
              <if variable="page"><text variable="page"/></if>
              <else><text variable="number"/></else>
            </choose>
          </group>
        </group>
        <text variable="DOI" prefix="https://doi.org/"/>
      </group>
    </layout>
  </bibliography>
</style>
)csl";

// In the order of the article page's box.
constexpr OwnStyle styles[] = {
    {"spandidos", spandidos},
    {"spandidos-apa", apa},
    {"spandidos-mla", mla},
    {"spandidos-chicago", chicago},
};

}  // namespace

std::span<OwnStyle const> own_styles() noexcept { return styles; }

}  // namespace ibid::cite
