/**
 * Providers where anybody may have a mailbox, so that the domain says nothing about an employer. Our own list from general
 * knowledge of the large providers and the internet access companies that hand out mailboxes, by region; the workspace's
 * policy adds to it and takes from it.
 */
const lists = [
  // Worldwide
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com outlook.de outlook.fr outlook.it
   outlook.es outlook.at outlook.be outlook.dk outlook.cz outlook.hu outlook.ie outlook.pt outlook.sa outlook.jp
   outlook.kr outlook.in outlook.com.au outlook.com.br outlook.com.tr outlook.com.gr hotmail.co.uk hotmail.fr hotmail.de
   hotmail.it hotmail.es hotmail.be hotmail.ca hotmail.com.br hotmail.com.ar hotmail.co.jp hotmail.nl hotmail.se
   hotmail.no hotmail.dk hotmail.fi hotmail.gr hotmail.ch hotmail.com.tr live.co.uk live.fr live.de live.it live.nl
   live.be live.se live.no live.dk live.ca live.com.au live.com.mx live.com.pt live.cn live.jp live.ie
   yahoo.com ymail.com rocketmail.com myyahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.com.br
   yahoo.com.ar yahoo.com.mx yahoo.com.au yahoo.co.in yahoo.in yahoo.co.jp yahoo.co.id yahoo.com.ph yahoo.com.sg
   yahoo.com.hk yahoo.com.tw yahoo.com.vn yahoo.co.th yahoo.co.nz yahoo.co.za yahoo.gr yahoo.ie yahoo.se yahoo.no
   yahoo.dk yahoo.nl yahoo.be yahoo.pl yahoo.ro yahoo.hu yahoo.cz yahoo.at yahoo.com.tr yahoo.com.my yahoo.com.cn
   icloud.com me.com mac.com privaterelay.appleid.com aol.com aim.com aol.co.uk aol.de aol.fr aol.it
   proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me
   fastmail.com fastmail.fm sent.com messagingengine.com zoho.com zohomail.com zohomail.eu gmx.com gmx.us mail.com
   email.com usa.com post.com europe.com asia.com consultant.com engineer.com myself.com dr.com writeme.com
   hushmail.com hush.com mailfence.com runbox.com startmail.com disroot.org riseup.net autistici.org posteo.net
   hey.com duck.com mozmail.com simplelogin.com anonaddy.com addy.io inbox.com lycos.com excite.com rediffmail.com
   mailbox.org skiff.com cock.li inbox.lv`,
  // German-speaking
  `gmx.de gmx.net gmx.at gmx.ch gmx.li gmx.eu web.de email.de t-online.de magenta.de freenet.de posteo.de posteo.eu
   arcor.de vodafone.de vodafonemail.de kabelmail.de unitybox.de online.de 1und1.de alice.de alice-dsl.de o2online.de
   o2mail.de ewetel.net ewe.net netcologne.de versanet.de mailbox.de directbox.com firemail.de smart-mail.de
   bluewin.ch hispeed.ch sunrise.ch swissonline.ch bluemail.ch aon.at chello.at a1.net inode.at liwest.at drei.at
   kabsi.at tele2.at`,
  // French-speaking, Benelux
  `orange.fr wanadoo.fr free.fr sfr.fr neuf.fr cegetel.net laposte.net bbox.fr numericable.fr club-internet.fr
   aliceadsl.fr 9online.fr voila.fr caramail.fr noos.fr skynet.be telenet.be proximus.be scarlet.be voo.be base.be
   ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl home.nl casema.nl upcmail.nl chello.nl quicknet.nl
   tele2.nl zonnet.nl solcon.nl online.nl pt.lu internet.lu vo.lu`,
  // British Isles, North America, Oceania
  `btinternet.com btopenworld.com talktalk.net sky.com virginmedia.com virgin.net blueyonder.co.uk ntlworld.com
   tiscali.co.uk plusnet.com plus.com o2.co.uk orange.net freeserve.co.uk eircom.net comcast.net verizon.net att.net
   sbcglobal.net bellsouth.net pacbell.net cox.net charter.net spectrum.net earthlink.net juno.com netzero.net
   optonline.net roadrunner.com twc.com windstream.net frontier.com frontiernet.net centurylink.net q.com rogers.com
   shaw.ca sympatico.ca bell.net telus.net videotron.ca cogeco.ca eastlink.ca bigpond.com bigpond.net.au optusnet.com.au
   iinet.net.au tpg.com.au internode.on.net dodo.com.au ozemail.com.au xtra.co.nz slingshot.co.nz`,
  // Southern Europe, Latin America
  `libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it inwind.it iol.it email.it tiscalinet.it
   teletu.it vodafone.it telefonica.net terra.es ono.com orange.es movistar.es jazztel.es ya.com sapo.pt iol.pt
   netcabo.pt clix.pt mail.telepac.pt otenet.gr forthnet.gr in.gr windowslive.com uol.com.br bol.com.br terra.com.br
   ig.com.br globo.com globomail.com r7.com zipmail.com.br oi.com.br prodigy.net.mx infinitummail.com arnet.com.ar
   fibertel.com.ar speedy.com.ar ciudad.com.ar vtr.net adinet.com.uy cantv.net`,
  // Northern, central and eastern Europe
  `telia.com spray.se comhem.se bredband.net bredband2.com tele2.se online.no broadpark.no getmail.no altibox.no
   mail.dk jubii.dk ofir.dk tdcadsl.dk stofanet.dk suomi24.fi luukku.com kolumbus.fi elisanet.fi saunalahti.fi
   welho.com simnet.is seznam.cz email.cz post.cz centrum.cz atlas.cz volny.cz azet.sk zoznam.sk centrum.sk pobox.sk
   wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl interia.pl interia.eu poczta.fm gazeta.pl tlen.pl vp.pl go2.pl
   freemail.hu citromail.hu t-online.hu indamail.hu vipmail.hu abv.bg mail.bg dir.bg net.hr siol.net t-2.net volja.net
   sbb.rs eunet.rs mail.ee hot.ee one.lt inbox.lt apollo.lv mail.ru inbox.ru list.ru bk.ru internet.ru yandex.ru
   yandex.com ya.ru yandex.by yandex.kz yandex.ua rambler.ru lenta.ru autorambler.ru ro.ru ukr.net i.ua meta.ua
   bigmir.net online.ua tut.by`,
  // Asia, Middle East, Africa
  `qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net vip.163.com sina.com sina.cn sohu.com 139.com 189.cn
   wo.cn aliyun.com tom.com 21cn.com naver.com daum.net hanmail.net kakao.com nate.com hanmir.com docomo.ne.jp
   ezweb.ne.jp softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp so-net.ne.jp ocn.ne.jp plala.or.jp excite.co.jp
   pchome.com.tw hinet.net seed.net.tw netvigator.com singnet.com.sg streamyx.com tm.net.my rediff.com sify.com
   indiatimes.com vsnl.com vsnl.net bsnl.in walla.co.il walla.com bezeqint.net netvision.net.il 012.net.il emirates.net.ae
   eim.ae maktoob.com mynet.com superonline.com ttmail.com mweb.co.za webmail.co.za vodamail.co.za telkomsa.net
   iafrica.com menara.ma topnet.tn planet.tn link.net`,
];

const providers: ReadonlySet<string> = new Set(lists.flatMap((list) => list.trim().split(/\s+/)));

/** The workspace's own additions to the table, and the domains of it that are business for this workspace. */
export type FreemailPolicy = { also: readonly string[]; not: readonly string[] };

/** True where the domain, or the registrable domain above it, is a provider. Both in lower-case ASCII. */
export function isFreemailDomain(
  domain: string,
  registrable: string | null,
  policy: FreemailPolicy,
): boolean {
  const candidates = registrable === null || registrable === domain ? [domain] : [domain, registrable];
  if (candidates.some((c) => policy.not.includes(c))) return false;
  return candidates.some((c) => policy.also.includes(c) || providers.has(c));
}
