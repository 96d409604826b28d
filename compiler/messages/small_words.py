"""Small words, by which a language written in Latin or Cyrillic letters is known."""

from functools import cache
from typing import Final

_SHORTEST = 2

_WORDS: Final[dict[str, str]] = {
    "en": """
        a about after all also an and any are as at be been before but by can cannot could do does
        for from had has have how if in into is it its may more must no not of off on only or other
        our out please shall should so such than that the their them then there these they this to
        until up us was we were what when where which while who will with without would you your
    """,
    "de": """
        ab aber alle als am an auch auf aus bei bis bitte da damit das dass dem den der des die
        dies diese diesem diesen dieser dieses du durch ein eine einem einen einer eines er es für
        hat haben hier ich ihr ihre ihrem ihren ihrer im in ist kann können keine keinen man mit
        muss müssen nach nicht noch nur ob oder ohne sein sich sie sind so soll über um und uns
        unter vom von vor war was wenn werden wie wird wir wurde wurden zu zum zur
    """,
    "fr": """
        a afin ai au aucun aucune aux avec avez avoir ce ces cet cette comme dans de depuis des
        doit doivent du elle en est et être été il ils je la le les leur leurs lors lorsque mais
        ne nous on ont ou où par pas peut peuvent plus pour pouvez quand que quel quelle qui sa
        sans se ses si son sont sous sur tous tout toute toutes un une veuillez via vos votre vous y
    """,
    "es": """
        a al algún antes aquí cada como con cual cuando cómo de del desde donde dos durante e el
        ella en entre era es esta estado estas este esto estos está están fue ha haber hacer han
        hasta hay la las le les lo los más me mi muy ni no nos o para pero por porque puede pueden
        que qué se ser si sin sobre son su sus sí también te tiene todas todo todos tu tus un una
        unas uno unos usted y ya
    """,
    "it": """
        a ad agli ai al alla alle anche che chi ci come con cui da dai dal dalla dalle degli dei
        del della delle dello di dopo e è ed essere gli ha hai hanno ho i il in io la le lo loro ma
        mi nei nel nella nelle nessun nessuna non nostro o ogni per perché più può puoi quando
        quella quello questa queste questi questo se sei si sia siamo sono stata stato su sua sue
        sui sul sulla suo ti tra tua tue tuo tutti un una uno vostro
    """,
    "pt": """
        a ao aos as com como da das de dela dele deve do dos e é ela ele em entre era essa esse
        esta este estes está estão eu foi foram há isso já lhe mais mas me mesmo meu na nas nem no
        nos não nós o ou os para pela pelas pelo pelos pode podem por porque qual quando que quem
        se sem ser seu seus sobre sua suas são só também tem todas todos tua um uma você vocês à às
    """,
    "nl": """
        aan al alle als bij daar dan dat de deze die dit door dus een er geen gebruiken haar heb
        hebben heeft het hier hij hoe hun ik in is je jouw kan kunnen kunt maar meer met mijn moet
        na naar niet niets nog nu of om omdat onder ons ook op over te tot uit uw van veel via voor
        waar was wat we weer welke werd wie wij wil worden wordt zal ze zich zijn zo zonder zou
    """,
    "pl": """
        a aby albo ale bez będzie będą by być był była było były ci co czy dla do gdy i ich ile im
        ja jak jako je jego jej jeśli jeszcze jest już każdy kiedy kto która które którego której
        który którzy lub ma mi może możesz można mu musi na nad nie niż o od on oraz po pod ponownie
        przed przez przy są się ta tak tam te tego tej ten to tylko tym tę u w we wszystkie z za
        został została ze że żeby
    """,
    "cs": """
        a aby ale ani ano bez bude budou by byl byla bylo byly být co do ho i já jak jako je jeho
        jejich jen jeste ji již jsem jsou k kde kdo když která které který má mezi může můžete na
        nad nebo není než o od pak po pod pokud prosím pro proto před při s se si své svůj ta tak
        také tato tento této to tohoto tom u už v vám váš vaše ve více však z za zadejte ze že
    """,
    "sk": """
        a aby aj ako ale alebo ani bez bola boli bolo bol budú bude by byť čo do ho i iba ich ja je
        jeho jej k kde keď ktorá ktoré ktorý ku má medzi môže môžete na nad nie než o od po pod pre
        pri prosím s sa si so sú ta tak tento tejto to toto tu u už v vám váš vaša vaše viac vo však
        z za zo že
    """,
    "sl": """
        a ali bi bil bila bilo biti bo bodo brez če da do ga in iz ja je jih k kaj kako kar katera
        kateri ki ko lahko med na nad naj ne ni niso o ob od pa po pod pred pri s sam se si smo so
        sta ste ta te tem to tudi v vaš vaša vaše vse za že
    """,
    "hr": """
        a ako ali bez bi bio biti bude čini da do ga i ih iz ja je jedan jer jest još kada kako kao
        koja koje koji li mogu može na nakon ne nije niste o od ova ovaj ovo po pod prije pri s sa
        samo se si su svi ta tako te to u uz vas vaš vaša vaše već za
    """,
    "tr": """
        ama ancak bir bu bunu çok da daha de değil devam en gibi göre hem her için ile ise kadar
        ki lütfen mı mi mu ne o olan olarak olduğu sadece siz sizin sonra şu tarafından tüm ve veya
        var ya yok zaten
    """,
    "sv": """
        alla är att av bara de dem den denna deras dess det detta dig din dina ditt du eller en er
        ett för från få går ha har här hur i in inga ingen inte jag kan kommer man med men mer mot
        när nu och om på se sig ska skulle som så till under upp ut utan vad var vara vi vid vill åt
    """,
    "da": """
        af alle at blev blive bliver da de dem den denne der deres det dette dig din dine dit du
        efter ej eller en er et få for fra går ham han har have her hvad hvis hvor i ikke ind ingen
        jeg kan kunne man med men mere når og også om op over på sig skal som så til ud uden under
        var ved vi vil være
    """,
    "ro": """
        a acea aceasta această acest acesta ai al ale am ar are asupra au ca că care ce cel cu cum
        da dacă de deja din după dumneavoastră ea ei el este eu fi fie fost în la le li lor mai ne
        nici nu o ori pe pentru prin poate sa să sau se si sunt și toate trebuie un una unei unui va
        vă vor
    """,
    "hu": """
        a ahol aki ami amikor az azt be csak de egy el én és ez ezt ha hogy igen is itt ki kell
        kérjük le lehet már még meg mely mert mi minden nagyon nem nincs ön össze se sem szerint
        után vagy van volt
    """,
    "fi": """
        ei eivät että hän ja jo joka jos jotka kanssa kuin kun luo me mikä minä mitä mukaan mutta
        myös ne niin nyt ole olet oli olla on ota ovat se sekä sen siitä sinä sinun tai tämä tämän
        tässä vain voi voidaan voit
    """,
    "ru": """
        а без будет были был была было быть в вам вас ваш ваша ваше ваши во все всех вы где да
        для до его если есть ещё её же за и из или им их к как когда который которые ли либо мы
        на наш не нет но о об он она они от по под пожалуйста после при с со также так то только
        у уже чтобы что эта эти это этого этой этот я
    """,
    "uk": """
        а або без був була було бути в вам вас ваш ваша ваше ваші від він вона вони все всі ви
        де для до його якщо є ще її за з зі і й із їх як коли який яка які ми на наш не немає ні
        про по під після при та також так те тільки у вже щоб що ця ці це цього цієї цей я
    """,
    "bg": """
        а ако без беше бъде бъдат в ви вие ваш вашата вашето вашите вашия във все всички където
        да до за и или им има как какво като когато който която които към ли ме може моля на най
        не него ни но няма от по под поне при с са се сега си след само със също така те този
        тази това тези трябва то тя ще че
    """,
}


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the small words of a language, in lower case; none of one that is not listed."""
    return frozenset(_WORDS.get(language, "").split())


@cache
def telling_words(language: str, other: str) -> frozenset[str]:
    """Return the small words of ``other`` of two letters or more that ``language`` has not."""
    return frozenset(
        word for word in small_words(other) - small_words(language) if len(word) >= _SHORTEST
    )


LANGUAGES: Final = tuple(_WORDS)
"""The languages that are told apart by their small words."""
