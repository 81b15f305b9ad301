package io.palier.organization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules of every country: those known in detail, and a lenient default for the rest. */
final class CountryTable {
    private static final String EUROPE = "EUROPE";

    /** European Union, EFTA, the United Kingdom, their neighbors in the single market and territories. */
    private static final Set<String> EUROPEAN = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "CH", "GB", "MC", "AD", "SM", "VA",
            "GP", "MQ", "GF", "RE", "YT", "MF", "BL", "PM", "AX", "FO", "GI", "GG", "JE", "IM");

    /** country | postal code required | pattern | sample | languages */
    private static final String POSTAL_CODES = """
            FR|yes|[0-9]{5}|75002|fr
            BE|yes|[1-9][0-9]{3}|1000|nl,fr,de
            CH|yes|[1-9][0-9]{3}|1204|de,fr,it
            LU|yes|[1-9][0-9]{3}|1855|fr,de,lb
            CA|yes|[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]|H2Y 1C6|en,fr
            US|yes|[0-9]{5}(-[0-9]{4})?|98052|en,es
            GB|yes|[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}|SW1A 1AA|en
            DE|yes|[0-9]{5}|10117|de
            ES|yes|(?!00)(?!5[3-9])[0-5][0-9]{4}|28013|es
            IT|yes|[0-9]{5}|20121|it
            NL|yes|[1-9][0-9]{3} [A-Z]{2}|1012 JS|nl
            PT|yes|[0-9]{4}(-[0-9]{3})?|1100-053|pt
            IE|no|[A-Z][0-9][0-9W] ?[A-Z0-9]{4}|D02 X285|en,ga
            AT|yes|[1-9][0-9]{3}|1010|de
            AU|yes|[0-9]{4}|2000|en
            BG|yes|[0-9]{4}|1000|bg
            BR|yes|[0-9]{5}-?[0-9]{3}|01310-100|pt
            CY|yes|[0-9]{4}|1010|el
            CZ|yes|[0-9]{3} ?[0-9]{2}|110 00|cs
            DK|yes|[0-9]{4}|1050|da
            DZ|yes|[0-9]{5}|16000|ar,fr
            EE|yes|[0-9]{5}|10111|et
            FI|yes|[0-9]{5}|00100|fi,sv
            GR|yes|[0-9]{3} ?[0-9]{2}|105 57|el
            HR|yes|[0-9]{5}|10000|hr
            HU|yes|[0-9]{4}|1051|hu
            IN|yes|[1-9][0-9]{5}|110001|en,hi
            IS|yes|[0-9]{3}|101|is
            JP|yes|[0-9]{3}-?[0-9]{4}|100-0001|ja
            KR|yes|[0-9]{5}|04524|ko
            LI|yes|94[0-9]{2}|9490|de
            LT|yes|(LT-)?[0-9]{5}|LT-01100|lt
            LV|yes|LV-[0-9]{4}|LV-1050|lv
            MA|yes|[0-9]{5}|20000|ar,fr
            MC|yes|980[0-9]{2}|98000|fr
            MT|yes|[A-Z]{3} ?[0-9]{4}|VLT 1117|mt,en
            MX|yes|[0-9]{5}|06000|es
            MY|yes|[0-9]{5}|50000|ms,en
            NO|yes|[0-9]{4}|0150|nb
            NZ|yes|[0-9]{4}|6011|en
            PL|yes|[0-9]{2}-[0-9]{3}|00-950|pl
            RO|yes|[0-9]{6}|010011|ro
            RS|yes|[0-9]{5}|11000|sr
            SE|yes|[0-9]{3} ?[0-9]{2}|111 29|sv
            SG|yes|[0-9]{6}|018956|en
            SI|yes|[0-9]{4}|1000|sl
            SK|yes|[0-9]{3} ?[0-9]{2}|811 01|sk
            TH|yes|[0-9]{5}|10110|th
            TN|yes|[0-9]{4}|1000|ar,fr
            TR|yes|[0-9]{5}|34000|tr
            UA|yes|[0-9]{5}|01001|uk
            ZA|yes|[0-9]{4}|8001|en
            GP|yes|971[0-9]{2}|97100|fr
            MQ|yes|972[0-9]{2}|97200|fr
            GF|yes|973[0-9]{2}|97300|fr
            RE|yes|974[0-9]{2}|97400|fr
            PM|yes|97500|97500|fr
            YT|yes|976[0-9]{2}|97600|fr
            BL|yes|97133|97133|fr
            MF|yes|97150|97150|fr
            NC|yes|988[0-9]{2}|98800|fr
            PF|yes|987[0-9]{2}|98714|fr
            WF|yes|986[0-9]{2}|98600|fr
            SN|no|[0-9]{5}|10200|fr
            CI|no|[0-9]{2,5}|01|fr
            """;

    /** country | code=name,… ; an address of such a country needs one of them. */
    private static final String STATES = """
            US|AL=Alabama,AK=Alaska,AZ=Arizona,AR=Arkansas,CA=California,CO=Colorado,CT=Connecticut,DE=Delaware,\
            DC=District of Columbia,FL=Florida,GA=Georgia,HI=Hawaii,ID=Idaho,IL=Illinois,IN=Indiana,IA=Iowa,KS=Kansas,\
            KY=Kentucky,LA=Louisiana,ME=Maine,MD=Maryland,MA=Massachusetts,MI=Michigan,MN=Minnesota,MS=Mississippi,\
            MO=Missouri,MT=Montana,NE=Nebraska,NV=Nevada,NH=New Hampshire,NJ=New Jersey,NM=New Mexico,NY=New York,\
            NC=North Carolina,ND=North Dakota,OH=Ohio,OK=Oklahoma,OR=Oregon,PA=Pennsylvania,PR=Puerto Rico,\
            RI=Rhode Island,SC=South Carolina,SD=South Dakota,TN=Tennessee,TX=Texas,UT=Utah,VT=Vermont,VA=Virginia,\
            WA=Washington,WV=West Virginia,WI=Wisconsin,WY=Wyoming
            CA|AB=Alberta,BC=British Columbia,MB=Manitoba,NB=New Brunswick,NL=Newfoundland and Labrador,\
            NT=Northwest Territories,NS=Nova Scotia,NU=Nunavut,ON=Ontario,PE=Prince Edward Island,QC=Québec,\
            SK=Saskatchewan,YT=Yukon
            AU|ACT=Australian Capital Territory,NSW=New South Wales,NT=Northern Territory,QLD=Queensland,\
            SA=South Australia,TAS=Tasmania,VIC=Victoria,WA=Western Australia
            IT|AG=Agrigento,AL=Alessandria,AN=Ancona,AO=Aosta,AR=Arezzo,AP=Ascoli Piceno,AT=Asti,AV=Avellino,BA=Bari,\
            BT=Barletta-Andria-Trani,BL=Belluno,BN=Benevento,BG=Bergamo,BI=Biella,BO=Bologna,BZ=Bolzano,BS=Brescia,\
            BR=Brindisi,CA=Cagliari,CL=Caltanissetta,CB=Campobasso,CE=Caserta,CT=Catania,CZ=Catanzaro,CH=Chieti,CO=Como,\
            CS=Cosenza,CR=Cremona,KR=Crotone,CN=Cuneo,EN=Enna,FM=Fermo,FE=Ferrara,FI=Firenze,FG=Foggia,FC=Forlì-Cesena,\
            FR=Frosinone,GE=Genova,GO=Gorizia,GR=Grosseto,IM=Imperia,IS=Isernia,AQ=L’Aquila,SP=La Spezia,LT=Latina,\
            LE=Lecce,LC=Lecco,LI=Livorno,LO=Lodi,LU=Lucca,MC=Macerata,MN=Mantova,MS=Massa-Carrara,MT=Matera,ME=Messina,\
            MI=Milano,MO=Modena,MB=Monza e Brianza,NA=Napoli,NO=Novara,NU=Nuoro,OR=Oristano,PD=Padova,PA=Palermo,PR=Parma,\
            PV=Pavia,PG=Perugia,PU=Pesaro e Urbino,PE=Pescara,PC=Piacenza,PI=Pisa,PT=Pistoia,PN=Pordenone,PZ=Potenza,\
            PO=Prato,RG=Ragusa,RA=Ravenna,RC=Reggio Calabria,RE=Reggio Emilia,RI=Rieti,RN=Rimini,RM=Roma,RO=Rovigo,\
            SA=Salerno,SS=Sassari,SV=Savona,SI=Siena,SR=Siracusa,SO=Sondrio,SU=Sud Sardegna,TA=Taranto,TE=Teramo,TR=Terni,\
            TO=Torino,TP=Trapani,TN=Trento,TV=Treviso,TS=Trieste,UD=Udine,VA=Varese,VE=Venezia,\
            VB=Verbano-Cusio-Ossola,VC=Vercelli,VR=Verona,VV=Vibo Valentia,VI=Vicenza,VT=Viterbo
            """;

    static final Map<String, CountryRules> RULES = rules();

    private CountryTable() {}

    static String region(String country) {
        return EUROPEAN.contains(country) ? EUROPE : country;
    }

    private static Map<String, CountryRules> rules() {
        var states = states();
        var rules = new TreeMap<String, CountryRules>();
        for (var country : Locale.getISOCountries()) {
            rules.put(country, CountryRules.unknownInDetail(country));
        }
        POSTAL_CODES.lines().map(line -> line.split("\\|", -1)).forEach(line -> {
            var ofCountry = states.getOrDefault(line[0], Map.of());
            rules.put(
                    line[0],
                    new CountryRules(
                            line[0],
                            line[1].equals("yes"),
                            Pattern.compile(line[2]),
                            line[3],
                            !ofCountry.isEmpty(),
                            ofCountry,
                            true,
                            region(line[0]),
                            CountryRules.currency(line[0]),
                            List.of(line[4].split(",", -1))));
        });
        return rules;
    }

    private static Map<String, Map<String, String>> states() {
        var byCountry = new TreeMap<String, Map<String, String>>();
        STATES.lines().map(line -> line.split("\\|", -1)).forEach(line -> {
            var states = new LinkedHashMap<String, String>();
            for (var state : line[1].split(",", -1)) {
                var pair = state.split("=", -1);
                states.put(pair[0], pair[1]);
            }
            byCountry.put(line[0], states);
        });
        return byCountry;
    }
}
