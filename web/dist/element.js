import{a as ft,b as gt,d as yt,e as bt,g as $t,h as D,i as qe,j as vt,k as xt}from"./chunks/chunk-LC2WUGDM.js";import{b as ut}from"./chunks/chunk-SCJXNNMD.js";import{a as _}from"./chunks/chunk-LO2NM3CE.js";var ye=globalThis,be=ye.ShadowRoot&&(ye.ShadyCSS===void 0||ye.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Ke=Symbol(),kt=new WeakMap,se=class{constructor(e,i,n){if(this._$cssResult$=!0,n!==Ke)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=i}get styleSheet(){let e=this.o,i=this.t;if(be&&e===void 0){let n=i!==void 0&&i.length===1;n&&(e=kt.get(i)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&kt.set(i,e))}return e}toString(){return this.cssText}},wt=t=>new se(typeof t=="string"?t:t+"",void 0,Ke),O=(t,...e)=>{let i=t.length===1?t[0]:e.reduce((n,r,s)=>n+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+t[s+1],t[0]);return new se(i,t,Ke)},Ct=(t,e)=>{if(be)t.adoptedStyleSheets=e.map(i=>i instanceof CSSStyleSheet?i:i.styleSheet);else for(let i of e){let n=document.createElement("style"),r=ye.litNonce;r!==void 0&&n.setAttribute("nonce",r),n.textContent=i.cssText,t.appendChild(n)}},We=be?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let i="";for(let n of e.cssRules)i+=n.cssText;return wt(i)})(t):t;var{is:_i,defineProperty:Ai,getOwnPropertyDescriptor:Si,getOwnPropertyNames:Ei,getOwnPropertySymbols:Ti,getPrototypeOf:Oi}=Object,$e=globalThis,_t=$e.trustedTypes,Ri=_t?_t.emptyScript:"",Li=$e.reactiveElementPolyfillSupport,oe=(t,e)=>t,ae={toAttribute(t,e){switch(e){case Boolean:t=t?Ri:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let i=t;switch(e){case Boolean:i=t!==null;break;case Number:i=t===null?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch{i=null}}return i}},ve=(t,e)=>!_i(t,e),At={attribute:!0,type:String,converter:ae,reflect:!1,useDefault:!1,hasChanged:ve};Symbol.metadata??=Symbol("metadata"),$e.litPropertyMetadata??=new WeakMap;var R=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,i=At){if(i.state&&(i.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((i=Object.create(i)).wrapped=!0),this.elementProperties.set(e,i),!i.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,i);r!==void 0&&Ai(this.prototype,e,r)}}static getPropertyDescriptor(e,i,n){let{get:r,set:s}=Si(this.prototype,e)??{get(){return this[i]},set(o){this[i]=o}};return{get:r,set(o){let a=r?.call(this);s?.call(this,o),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??At}static _$Ei(){if(this.hasOwnProperty(oe("elementProperties")))return;let e=Oi(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(oe("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(oe("properties"))){let i=this.properties,n=[...Ei(i),...Ti(i)];for(let r of n)this.createProperty(r,i[r])}let e=this[Symbol.metadata];if(e!==null){let i=litPropertyMetadata.get(e);if(i!==void 0)for(let[n,r]of i)this.elementProperties.set(n,r)}this._$Eh=new Map;for(let[i,n]of this.elementProperties){let r=this._$Eu(i,n);r!==void 0&&this._$Eh.set(r,i)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let i=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let r of n)i.unshift(We(r))}else e!==void 0&&i.push(We(e));return i}static _$Eu(e,i){let n=i.attribute;return n===!1?void 0:typeof n=="string"?n:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,i=this.constructor.elementProperties;for(let n of i.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ct(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,i,n){this._$AK(e,n)}_$ET(e,i){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&n.reflect===!0){let s=(n.converter?.toAttribute!==void 0?n.converter:ae).toAttribute(i,n.type);this._$Em=e,s==null?this.removeAttribute(r):this.setAttribute(r,s),this._$Em=null}}_$AK(e,i){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let s=n.getPropertyOptions(r),o=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:ae;this._$Em=r;let a=o.fromAttribute(i,s.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,i,n,r=!1,s){if(e!==void 0){let o=this.constructor;if(r===!1&&(s=this[e]),n??=o.getPropertyOptions(e),!((n.hasChanged??ve)(s,i)||n.useDefault&&n.reflect&&s===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,n))))return;this.C(e,i,n)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,i,{useDefault:n,reflect:r,wrapped:s},o){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??i??this[e]),s!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(i=void 0),this._$AL.set(e,i)),r===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(i){Promise.reject(i)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,s]of this._$Ep)this[r]=s;this._$Ep=void 0}let n=this.constructor.elementProperties;if(n.size>0)for(let[r,s]of n){let{wrapped:o}=s,a=this[r];o!==!0||this._$AL.has(r)||a===void 0||this.C(r,void 0,s,a)}}let e=!1,i=this._$AL;try{e=this.shouldUpdate(i),e?(this.willUpdate(i),this._$EO?.forEach(n=>n.hostUpdate?.()),this.update(i)):this._$EM()}catch(n){throw e=!1,this._$EM(),n}e&&this._$AE(i)}willUpdate(e){}_$AE(e){this._$EO?.forEach(i=>i.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(i=>this._$ET(i,this[i])),this._$EM()}updated(e){}firstUpdated(e){}};R.elementStyles=[],R.shadowRootOptions={mode:"open"},R[oe("elementProperties")]=new Map,R[oe("finalized")]=new Map,Li?.({ReactiveElement:R}),($e.reactiveElementVersions??=[]).push("2.1.2");var Ge=globalThis,St=t=>t,xe=Ge.trustedTypes,Et=xe?xe.createPolicy("lit-html",{createHTML:t=>t}):void 0,Xe="$lit$",L=`lit$${Math.random().toFixed(9).slice(2)}$`,Ye="?"+L,Pi=`<${Ye}>`,I=document,de=()=>I.createComment(""),ce=t=>t===null||typeof t!="object"&&typeof t!="function",Ze=Array.isArray,Nt=t=>Ze(t)||typeof t?.[Symbol.iterator]=="function",Je=`[ 	
\f\r]`,le=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Tt=/-->/g,Ot=/>/g,H=RegExp(`>|${Je}(?:([^\\s"'>=/]+)(${Je}*=${Je}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Rt=/'/g,Lt=/"/g,Mt=/^(?:script|style|textarea|title)$/i,Qe=t=>(e,...i)=>({_$litType$:t,strings:e,values:i}),d=Qe(1),F=Qe(2),Cn=Qe(3),x=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),Pt=new WeakMap,U=I.createTreeWalker(I,129);function Ft(t,e){if(!Ze(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Et!==void 0?Et.createHTML(e):e}var Bt=(t,e)=>{let i=t.length-1,n=[],r,s=e===2?"<svg>":e===3?"<math>":"",o=le;for(let a=0;a<i;a++){let l=t[a],h,y,c=-1,m=0;for(;m<l.length&&(o.lastIndex=m,y=o.exec(l),y!==null);)m=o.lastIndex,o===le?y[1]==="!--"?o=Tt:y[1]!==void 0?o=Ot:y[2]!==void 0?(Mt.test(y[2])&&(r=RegExp("</"+y[2],"g")),o=H):y[3]!==void 0&&(o=H):o===H?y[0]===">"?(o=r??le,c=-1):y[1]===void 0?c=-2:(c=o.lastIndex-y[2].length,h=y[1],o=y[3]===void 0?H:y[3]==='"'?Lt:Rt):o===Lt||o===Rt?o=H:o===Tt||o===Ot?o=le:(o=H,r=void 0);let u=o===H&&t[a+1].startsWith("/>")?" ":"";s+=o===le?l+Pi:c>=0?(n.push(h),l.slice(0,c)+Xe+l.slice(c)+L+u):l+L+(c===-2?a:u)}return[Ft(t,s+(t[i]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),n]},pe=class t{constructor({strings:e,_$litType$:i},n){let r;this.parts=[];let s=0,o=0,a=e.length-1,l=this.parts,[h,y]=Bt(e,i);if(this.el=t.createElement(h,n),U.currentNode=this.el.content,i===2||i===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(r=U.nextNode())!==null&&l.length<a;){if(r.nodeType===1){if(r.hasAttributes())for(let c of r.getAttributeNames())if(c.endsWith(Xe)){let m=y[o++],u=r.getAttribute(c).split(L),v=/([.?@])?(.*)/.exec(m);l.push({type:1,index:s,name:v[2],strings:u,ctor:v[1]==="."?we:v[1]==="?"?Ce:v[1]==="@"?_e:q}),r.removeAttribute(c)}else c.startsWith(L)&&(l.push({type:6,index:s}),r.removeAttribute(c));if(Mt.test(r.tagName)){let c=r.textContent.split(L),m=c.length-1;if(m>0){r.textContent=xe?xe.emptyScript:"";for(let u=0;u<m;u++)r.append(c[u],de()),U.nextNode(),l.push({type:2,index:++s});r.append(c[m],de())}}}else if(r.nodeType===8)if(r.data===Ye)l.push({type:2,index:s});else{let c=-1;for(;(c=r.data.indexOf(L,c+1))!==-1;)l.push({type:7,index:s}),c+=L.length-1}s++}}static createElement(e,i){let n=I.createElement("template");return n.innerHTML=e,n}};function z(t,e,i=t,n){if(e===x)return e;let r=n!==void 0?i._$Co?.[n]:i._$Cl,s=ce(e)?void 0:e._$litDirective$;return r?.constructor!==s&&(r?._$AO?.(!1),s===void 0?r=void 0:(r=new s(t),r._$AT(t,i,n)),n!==void 0?(i._$Co??=[])[n]=r:i._$Cl=r),r!==void 0&&(e=z(t,r._$AS(t,e.values),r,n)),e}var ke=class{constructor(e,i){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:i},parts:n}=this._$AD,r=(e?.creationScope??I).importNode(i,!0);U.currentNode=r;let s=U.nextNode(),o=0,a=0,l=n[0];for(;l!==void 0;){if(o===l.index){let h;l.type===2?h=new Y(s,s.nextSibling,this,e):l.type===1?h=new l.ctor(s,l.name,l.strings,this,e):l.type===6&&(h=new Ae(s,this,e)),this._$AV.push(h),l=n[++a]}o!==l?.index&&(s=U.nextNode(),o++)}return U.currentNode=I,r}p(e){let i=0;for(let n of this._$AV)n!==void 0&&(n.strings!==void 0?(n._$AI(e,n,i),i+=n.strings.length-2):n._$AI(e[i])),i++}},Y=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,i,n,r){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=e,this._$AB=i,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,i=this._$AM;return i!==void 0&&e?.nodeType===11&&(e=i.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,i=this){e=z(this,e,i),ce(e)?e===p||e==null||e===""?(this._$AH!==p&&this._$AR(),this._$AH=p):e!==this._$AH&&e!==x&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Nt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==p&&ce(this._$AH)?this._$AA.nextSibling.data=e:this.T(I.createTextNode(e)),this._$AH=e}$(e){let{values:i,_$litType$:n}=e,r=typeof n=="number"?this._$AC(e):(n.el===void 0&&(n.el=pe.createElement(Ft(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(i);else{let s=new ke(r,this),o=s.u(this.options);s.p(i),this.T(o),this._$AH=s}}_$AC(e){let i=Pt.get(e.strings);return i===void 0&&Pt.set(e.strings,i=new pe(e)),i}k(e){Ze(this._$AH)||(this._$AH=[],this._$AR());let i=this._$AH,n,r=0;for(let s of e)r===i.length?i.push(n=new t(this.O(de()),this.O(de()),this,this.options)):n=i[r],n._$AI(s),r++;r<i.length&&(this._$AR(n&&n._$AB.nextSibling,r),i.length=r)}_$AR(e=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);e!==this._$AB;){let n=St(e).nextSibling;St(e).remove(),e=n}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},q=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,i,n,r,s){this.type=1,this._$AH=p,this._$AN=void 0,this.element=e,this.name=i,this._$AM=r,this.options=s,n.length>2||n[0]!==""||n[1]!==""?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=p}_$AI(e,i=this,n,r){let s=this.strings,o=!1;if(s===void 0)e=z(this,e,i,0),o=!ce(e)||e!==this._$AH&&e!==x,o&&(this._$AH=e);else{let a=e,l,h;for(e=s[0],l=0;l<s.length-1;l++)h=z(this,a[n+l],i,l),h===x&&(h=this._$AH[l]),o||=!ce(h)||h!==this._$AH[l],h===p?e=p:e!==p&&(e+=(h??"")+s[l+1]),this._$AH[l]=h}o&&!r&&this.j(e)}j(e){e===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},we=class extends q{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===p?void 0:e}},Ce=class extends q{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==p)}},_e=class extends q{constructor(e,i,n,r,s){super(e,i,n,r,s),this.type=5}_$AI(e,i=this){if((e=z(this,e,i,0)??p)===x)return;let n=this._$AH,r=e===p&&n!==p||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,s=e!==p&&(n===p||r);r&&this.element.removeEventListener(this.name,this,n),s&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ae=class{constructor(e,i,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=i,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){z(this,e)}},Vt={M:Xe,P:L,A:Ye,C:1,L:Bt,R:ke,D:Nt,V:z,I:Y,H:q,N:Ce,U:_e,B:we,F:Ae},Ni=Ge.litHtmlPolyfillSupport;Ni?.(pe,Y),(Ge.litHtmlVersions??=[]).push("3.3.3");var jt=(t,e,i)=>{let n=i?.renderBefore??e,r=n._$litPart$;if(r===void 0){let s=i?.renderBefore??null;n._$litPart$=r=new Y(e.insertBefore(de(),s),s,void 0,i??{})}return r._$AI(t),r};var et=globalThis,B=class extends R{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let i=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=jt(i,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return x}};B._$litElement$=!0,B.finalized=!0,et.litElementHydrateSupport?.({LitElement:B});var Mi=et.litElementPolyfillSupport;Mi?.({LitElement:B});(et.litElementVersions??=[]).push("4.2.2");var Fi={attribute:!0,type:String,converter:ae,reflect:!1,hasChanged:ve},Bi=(t=Fi,e,i)=>{let{kind:n,metadata:r}=i,s=globalThis.litPropertyMetadata.get(r);if(s===void 0&&globalThis.litPropertyMetadata.set(r,s=new Map),n==="setter"&&((t=Object.create(t)).wrapped=!0),s.set(i.name,t),n==="accessor"){let{name:o}=i;return{set(a){let l=e.get.call(this);e.set.call(this,a),this.requestUpdate(o,l,t,!0,a)},init(a){return a!==void 0&&this.C(o,void 0,t,a),a}}}if(n==="setter"){let{name:o}=i;return function(a){let l=this[o];e.call(this,a),this.requestUpdate(o,l,t,!0,a)}}throw Error("Unsupported decorator location: "+n)};function K(t){return(e,i)=>typeof i=="object"?Bi(t,e,i):((n,r,s)=>{let o=r.hasOwnProperty(s);return r.constructor.createProperty(s,n),o?Object.getOwnPropertyDescriptor(r,s):void 0})(t,e,i)}function W(t){return K({...t,state:!0,attribute:!1})}var Vi=/^(code|modifiers|pointers|charge|units|note|ndc\/\w+|documentation\/(container|source))$/;function he({field:t,line:e}){let i=t??"",n=/^\/lines\/(\d+)(?:\/(.*))?$/.exec(i);return n?Dt(Number(n[1]),n[2]??""):i==="/diagnoses"?"/diagnoses/0":i===""||i==="/lines"?e?Dt(e-1,""):"/payer/class":i}function Dt(t,e){let i=e.replace(/^(modifiers|pointers)\/\d+$/,"$1").replace(/^ndc$/,"ndc/code");return i==="from"||i==="to"?"/day":i==="pos"?"/pos":`/lines/${t}/${Vi.test(i)?i:"code"}`}function J(t){let e=/^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(String(t??"").replace(/[$,\s]/g,""));if(!e||!e[2]&&!e[3])return;let i=Number(e[2]||0)*100+Number((e[3]??"").padEnd(2,"0")||0);return e[1]?-i:i}function Ee(t){let e=Math.floor(Math.abs(t)/100),i=String(Math.abs(t)%100).padStart(2,"0");return`${t<0?"-":""}${String(e).replace(/\B(?=(\d{3})+$)/g,",")}.${i}`}function Te(t){return Ee(t).replaceAll(",","")}function me(){return{kind:"professional",payer:{class:"medicare_b"},pos:"11",diagnoses:[],lines:[{}]}}function tt({from:t,to:e,line:i,...n}){return Ut(n)}function Ht(t){let e=[...t.lines??[]];for(;e.length>0&&tt(e.at(-1));)e.pop();return{...t,lines:e}}function Z(t){return(t.lines??[]).some(({code:e})=>e)}function ue(t){return Te((t.lines??[]).reduce((e,{charge:i})=>e+(J(i)??0),0))}function Ut(t){return t==null||t===""?!0:typeof t=="object"&&Object.values(t).every(Ut)}function Oe(t,e){let i=t;for(let n of zt(e)){if(i===null||typeof i!="object")return;i=i[n]}return i}function It(t,e,i){return qt(t,zt(e),i)}function zt(t){return t.split("/").slice(1)}function qt(t,[e,...i],n){if(e===void 0)return n;let r=Array.isArray(t)?[...t]:{...t},s=r[e],o=qt(s??(/^\d+$/.test(i[0]??"")?[]:{}),i,n);return!Array.isArray(r)&&(o===void 0||o==="")?delete r[e]:r[e]=o,r}var ji=200,Re=class{#e=me();#t=[];#i=[];#n="";#r;constructor(e){this.#r=e}get claim(){return this.#e}get lines(){return this.#e.lines??[]}get canUndo(){return this.#t.length>0}get canRedo(){return this.#i.length>0}load(e){this.#t=[],this.#i=[],this.#n="",this.#e=e.lines?.length?e:{...e,lines:[{}]},this.#r()}type(e,i){let n=It(this.#e,e,i);this.#s(it(this.#e,n),e)}typeDay(e){let i=this.lines.map(n=>({...n,from:e,to:e}));this.#s({...this.#e,lines:i},"/day")}replace(e){this.#s(e.lines?.length?e:{...e,lines:[{}]})}addLine(e){let{from:i,to:n}=this.lines[e]??{};this.#o(e+1,{...i?{from:i}:{},...n?{to:n}:{}})}duplicateLine(e){let{line:i,...n}=this.lines[e]??{};this.#o(e+1,n)}deleteLine(e){let i=this.lines.filter((n,r)=>r!==e);this.#s(it(this.#e,{...this.#e,lines:i.length>0?i:[{}]}))}undo(){this.#a(this.#t,this.#i)}redo(){this.#a(this.#i,this.#t)}#o(e,i){let n=[...this.lines];n.splice(e,0,i),this.#s(it(this.#e,{...this.#e,lines:n.map(({line:r,...s})=>s)}))}#s(e,i=""){(!i||i!==this.#n)&&(this.#t.push(this.#e),this.#t.length>ji&&this.#t.shift()),this.#i=[],this.#n=i,this.#e=e,this.#r()}#a(e,i){let n=e.pop();n&&(i.push(this.#e),this.#n="",this.#e=n,this.#r())}};function it(t,e){return e.total_charge!==t.total_charge?e:!t.total_charge||t.total_charge===ue(t)?{...e,total_charge:ue(e)}:e}var Di=new TextEncoder,Le=new TextDecoder,Pe=class t{#e;constructor(e){this.#e=e}static async start(){return new t(await ut(await gt()))}check(e,i={}){let n=this.#e,r=bt(n.open(vt({...i,format:"json"})));if(r.length>0)throw new yt(r);let s=Di.encode(JSON.stringify(e));n.begin("claims","claim"),n.buffer(s.length).set(s);let a=(Le.decode(n.feed(s.length))+Le.decode(n.finish())).split(`
`).filter(Boolean),l=JSON.parse(a.pop()??"{}");return{findings:a.map(h=>JSON.parse(h)),summary:l}}apply(e,i){let n=this.#e.apply(JSON.stringify(e),JSON.stringify(i));return typeof n=="string"||n.length===0?void 0:JSON.parse(Le.decode(n))}about(){return JSON.parse(Le.decode(this.#e.about()))}};var nt;function Kt(){return nt??=Pe.start(),nt}function Wt(){nt=void 0}var Hi=["deny","may","chart","payer","note","unchecked","clean"],Ne={chart:1,payer:2,not_evaluated:4};function Ui(t,e){return t===0?"deny":t===1?e&Ne.payer?"payer":e&Ne.chart?"chart":"may":e&Ne.not_evaluated?"unchecked":"note"}function Me({level:t,tags:e}){let i=e.reduce((n,r)=>n|Ne[r],0);return Ui(t==="error"?0:t==="warning"?1:2,i)}function rt(t){return t.denial?.line??t.line??0}function Jt(t,e){let i=t.filter(n=>rt(n)===e).map(Me);return Hi.find(n=>n!=="note"&&i.includes(n))??"clean"}function G(t){return t.level!=="info"}function k({rule:t,claim_index:e,line:i,field:n}){return`${t}-${e??"file"}-${i??0}-${(n??"").replaceAll("/",".")}`}var Gt=O`
  :host {
    display: block;
    container-type: inline-size;
  }

  .checker {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 27rem);
    grid-template-rows: auto 1fr;
    grid-template-areas: 'form totals' 'form findings';
    column-gap: 2rem;
    align-items: start;
  }

  form {
    grid-area: form;
    display: grid;
    gap: 1.25rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--surface);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
    align-items: start;
  }

  .field {
    display: grid;
    gap: 0.25rem;
    flex: 0 1 11rem;
    min-width: 0;
  }

  .field.wide {
    flex: 1 1 22rem;
  }

  .field.payer {
    flex: 0 1 15rem;
  }

  .field.date {
    flex-basis: 9rem;
  }

  .field.place {
    flex-basis: 9rem;
  }

  .field.place input {
    width: 4rem;
  }

  .field.diagnosis {
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.375rem;
    flex: 0 1 8rem;
  }

  .field.amount input,
  .field.units input {
    text-align: end;
  }

  .field.total {
    flex: 0 0 8rem;
    margin-inline-start: auto;
  }

  legend {
    padding: 0 0 0.25rem;
  }

  .diagnoses {
    flex: 1 1 18rem;
  }

  .letters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }

  .add {
    min-width: 2rem;
    font-size: var(--large);
  }

  .lines {
    display: grid;
    gap: 0.5rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--line);
  }

  .lines > legend {
    float: inline-start;
    font-size: var(--body);
    font-weight: 600;
    color: var(--ink);
  }

  .lines > button {
    justify-self: start;
  }

  .line {
    display: grid;
    grid-template-columns: 1rem minmax(4.75rem, 1fr) minmax(4.5rem, 1fr) minmax(3.5rem, 0.6fr) minmax(5rem, 1fr) minmax(3.5rem, 0.6fr) minmax(4.5rem, 0.8fr) 7rem;
    column-gap: 0.5rem;
    align-items: center;
  }

  .line.head {
    align-items: end;
    line-height: 1.3;
    padding-block: 0.25rem 0;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .line.head .box {
    display: block;
    margin: 0;
  }

  .line .right {
    text-align: end;
  }

  .line .field label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .line .number {
    color: var(--ink-soft);
    text-align: end;
  }

  .line .service input {
    font-weight: 600;
    letter-spacing: 0.01em;
  }

  .line .verdict {
    min-width: 0;
  }

  .line .badge {
    white-space: normal;
    line-height: 1.2;
  }

  .line button.more {
    justify-content: start;
    min-width: 2rem;
    overflow: hidden;
  }

  .line button.more span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .more-word {
    display: none;
  }

  .line .more-boxes {
    grid-column: 2 / -1;
    margin-block: 0.5rem 0.75rem;
    padding: 0.75rem;
    border-radius: var(--radius);
    background: var(--raised);
  }

  .line .more-boxes label {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
  }

  .actions {
    align-self: end;
    margin-inline-start: auto;
  }

  details.more-boxes .row {
    padding-block: 0.75rem 0.25rem;
  }

  .more-boxes summary .hint {
    margin-inline-start: 0.5rem;
  }

  .foot {
    align-items: end;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-inline-start: -0.625rem;
  }

  input.error,
  select.error {
    border-color: var(--deny);
    box-shadow: inset 0 -2px 0 var(--deny);
  }

  input.warning,
  select.warning {
    border-color: var(--may);
    box-shadow: inset 0 -2px 0 var(--may);
  }

  .totals {
    grid-area: totals;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    min-height: 2.5rem;
    padding-block-end: 0.5rem;
  }

  .totals h2 {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    font-size: var(--body);
    font-weight: 600;
    line-height: 1.3;
  }

  .totals .icon {
    align-self: center;
  }

  .totals .strip {
    display: none;
  }

  .findings {
    grid-area: findings;
    outline-offset: 0.25rem;
  }

  .findings h3 {
    margin-block: 1.25rem 0.25rem;
    font-size: var(--small);
    font-weight: 400;
    color: var(--ink-soft);
  }

  .list {
    display: grid;
    gap: 0.75rem;
  }

  .list.quiet {
    gap: 0.25rem;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .finding {
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--may);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .finding.deny {
    border-inline-start-color: var(--deny);
  }

  .finding.active {
    border-color: var(--accent);
    border-inline-start-color: var(--may);
  }

  .finding.active.deny {
    border-inline-start-color: var(--deny);
  }

  .finding.done {
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.375rem;
    border-inline-start-color: var(--clean);
    background: transparent;
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .finding-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.875rem;
  }

  .finding-head .code {
    margin-inline-start: auto;
  }

  .fixes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    padding-block: 0.25rem;
  }

  .fix {
    min-height: 2.25rem;
    border-color: var(--accent);
    color: var(--accent);
    font-size: var(--small);
    line-height: 1.25;
  }

  .fix:first-child {
    background: var(--accent-wash);
    font-weight: 600;
  }

  .finding .details {
    padding-block-start: 0.5rem;
  }

  .note {
    display: grid;
    grid-template-columns: 1em minmax(0, 1fr);
    gap: 0.5rem;
    padding-block: 0.25rem;
  }

  .note > .icon {
    margin-block-start: 0.3em;
  }

  .note summary {
    color: inherit;
  }

  .note .why,
  .note .details {
    padding-block-start: 0.25rem;
  }

  .state {
    display: grid;
    gap: 0.25rem;
    padding: 1.25rem;
    border: 1px dashed var(--edge);
    border-radius: var(--radius);
    color: var(--ink-soft);
  }

  .state .lead {
    font-size: var(--large);
    font-weight: 600;
    color: var(--ink);
  }

  .state.clean {
    border: 1px solid var(--clean);
    background: var(--clean-wash);
    margin-block-end: 0.75rem;
  }

  .state.clean .icon {
    font-size: 1.75rem;
  }

  @container (max-width: 56rem) {
    .checker {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      grid-template-areas: 'totals' 'findings' 'form';
    }

    .totals {
      position: sticky;
      top: 0;
      z-index: 1;
      padding-block: 0.5rem;
      background: var(--paper);
      border-block-end: 1px solid var(--line);
      margin-block-end: 0.75rem;
    }

    .totals h2 {
      font-size: var(--body);
    }

    .totals .strip {
      display: inline-flex;
    }

    .findings {
      display: none;
      margin-block-end: 1rem;
    }

    .findings.open {
      display: block;
    }

    .findings,
    input,
    select,
    summary,
    button,
    .finding {
      scroll-margin-block-start: 4rem;
    }
  }

  @container (max-width: 40rem) {
    form {
      padding: 0.75rem;
    }

    .line.head {
      display: none;
    }

    .line {
      grid-template-columns: repeat(6, minmax(0, 1fr));
      gap: 0.5rem;
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--line);
    }

    .line .field label {
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
    }

    .line .number {
      grid-column: 1 / 3;
      grid-row: 1;
      text-align: start;
    }

    .line .number::before {
      content: '';
    }

    .line .verdict {
      grid-column: 3 / -1;
      grid-row: 1;
      padding: 0;
      text-align: end;
    }

    .line .service,
    .line .modifiers {
      grid-column: span 3;
    }

    .line .pointers,
    .line .amount,
    .line .units {
      grid-column: span 2;
    }

    .line button.more,
    .line .more-boxes {
      grid-column: 1 / -1;
    }

    .line button.more {
      justify-self: start;
      margin-inline-start: -0.625rem;
    }

    .more-word {
      display: inline;
    }

    .field.diagnosis {
      flex-basis: 6.5rem;
    }

    .finding-head .code {
      margin-inline-start: 0;
    }

    .details > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .field.total {
      flex-basis: 100%;
    }
  }

  @media print {
    .checker {
      display: block;
    }

    form {
      padding: 0;
      border: 0;
      margin-block-end: 1rem;
    }

    .tools,
    .fixes,
    .strip,
    .add,
    .lines > button,
    button.more,
    details.more-boxes:not([open]) {
      display: none;
    }

    .findings {
      display: block;
    }
  }
`;var Xt=O`
  button,
  input,
  select {
    font: inherit;
    font-variant-numeric: inherit;
    color: inherit;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: var(--target);
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    text-align: start;
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    border-color: var(--accent);
    color: var(--accent);
  }

  button:disabled {
    color: var(--ink-soft);
    border-color: var(--line);
    cursor: default;
  }

  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }

  button.primary:hover:not(:disabled) {
    color: var(--accent-ink);
    text-decoration: underline;
  }

  button.quiet {
    min-height: 2rem;
    padding: 0.125rem 0.625rem;
    border-color: transparent;
    background: transparent;
    color: var(--accent);
    font-size: var(--small);
  }

  button.quiet:hover:not(:disabled) {
    background: var(--accent-wash);
  }

  button.quiet:disabled {
    color: var(--ink-soft);
    opacity: 0.7;
  }

  button.link {
    display: inline;
    min-height: 1.5rem;
    padding: 0.125rem 0;
    border: 0;
    background: none;
    color: var(--accent);
    font-size: var(--small);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  input,
  select {
    width: 100%;
    height: var(--target);
    padding: 0 0.625rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
  }

  select {
    padding-inline-end: 0.25rem;
    text-overflow: ellipsis;
  }

  input:focus-visible,
  select:focus-visible {
    outline-offset: -1px;
  }

  input:read-only,
  select:disabled {
    background: var(--raised);
    color: var(--ink);
    opacity: 1;
  }

  label,
  legend,
  .label {
    font-size: var(--small);
    color: var(--ink-soft);
  }

  .box {
    margin-inline-start: 0.375rem;
    font-size: 0.6875rem;
    letter-spacing: 0.02em;
    opacity: 0.9;
  }

  .hint {
    font-size: var(--small);
    color: var(--ink-soft);
  }

  summary {
    min-height: 1.5rem;
    font-size: var(--small);
    color: var(--accent);
    cursor: pointer;
  }

  .code {
    font-size: var(--small);
    color: var(--ink-soft);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button.quiet,
    button.link {
      border-color: ButtonBorder;
    }
  }

  @media (pointer: coarse) {
    button.quiet,
    summary {
      min-height: 2.5rem;
    }
  }
`;var Yt=O`
  .icon {
    flex: none;
    width: 1em;
    height: 1em;
    overflow: visible;
  }

  .icon .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon .cut {
    fill: none;
    stroke: var(--surface);
    stroke-width: 1.7;
    stroke-linecap: round;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
  }

  .deny > .icon,
  .badge.deny,
  .icon.deny {
    color: var(--deny);
  }

  .badge.may,
  .icon.may,
  .badge.chart,
  .icon.chart,
  .badge.payer,
  .icon.payer {
    color: var(--may);
  }

  .badge.clean,
  .icon.clean {
    color: var(--clean);
  }

  .badge.note,
  .badge.unchecked,
  .icon.note,
  .icon.unchecked {
    color: var(--ink-soft);
    font-weight: 400;
  }

  .message {
    font-weight: 600;
    max-width: 72ch;
    text-wrap: pretty;
  }

  .why {
    max-width: 72ch;
    color: var(--ink-soft);
    text-wrap: pretty;
  }

  .details {
    display: grid;
    gap: 0.25rem;
    font-size: var(--small);
    overflow-wrap: anywhere;
  }

  .details > div {
    display: grid;
    grid-template-columns: 7rem minmax(0, 1fr);
    gap: 0.5rem;
  }

  .details dt {
    color: var(--ink-soft);
  }

  .details .code {
    color: inherit;
  }

  @media (forced-colors: active) {
    .icon .cut {
      stroke: Canvas;
    }
  }

  @media print {
    .finding {
      break-inside: avoid;
    }
  }
`;var Zt=O`
  :host {
    color-scheme: light dark;
    --paper: var(--deltoid-paper, light-dark(#f7f5f0, #131518));
    --surface: var(--deltoid-surface, light-dark(#fffefb, #1b1e22));
    --raised: var(--deltoid-raised, light-dark(#f1eee6, #24282d));
    --ink: var(--deltoid-ink, light-dark(#1d1c1a, #e8e5df));
    --ink-soft: var(--deltoid-ink-soft, light-dark(#5c5850, #a8a59d));
    --line: var(--deltoid-line, light-dark(#e0dbd0, #32373d));
    --edge: var(--deltoid-edge, light-dark(#8b857a, #6d747c));
    --accent: var(--deltoid-accent, light-dark(#1f4f8b, #8fbcf5));
    --accent-ink: var(--deltoid-accent-ink, light-dark(#ffffff, #10161d));
    --accent-wash: var(--deltoid-accent-wash, light-dark(#e6edf6, #1d2a3a));
    --deny: var(--deltoid-deny, light-dark(#a9281b, #ff9b8a));
    --deny-wash: var(--deltoid-deny-wash, light-dark(#fbeae6, #35201d));
    --may: var(--deltoid-may, light-dark(#815100, #efbf5f));
    --may-wash: var(--deltoid-may-wash, light-dark(#faf0d9, #322818));
    --clean: var(--deltoid-clean, light-dark(#0b6353, #6ed1b5));
    --clean-wash: var(--deltoid-clean-wash, light-dark(#e2f2ec, #162b27));

    --small: 0.8125rem;
    --body: 0.9375rem;
    --large: 1.125rem;
    --title: 1.5rem;
    --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    --radius: var(--deltoid-radius, 0.375rem);
    --target: 2.5rem;

    font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
    font-size: var(--body);
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    color: var(--ink);
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  [hidden] {
    display: none !important;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  @media print {
    :host {
      color-scheme: light;
      --paper: white;
      --surface: white;
      --raised: white;
      --ink: black;
      --ink-soft: #333;
    }
  }
`;function A(t){return String(t).replace(/\B(?=(\d{3})+$)/g,",")}var Ii={24:"the visit had nothing to do with the operation",25:"the note shows a separate visit",57:"the visit decided on the operation",59:"the note shows a separate injection",76:"the same injection was given again",77:"another practitioner gave it again",XE:"the note shows another encounter",XP:"the note shows another practitioner",XS:"the note shows another site",XU:"the note shows a service that does not overlap",EA:"anemia from chemotherapy",EB:"anemia from radiotherapy",EC:"anemia from neither",JA:"the record shows it was given into a vein",JB:"the record shows it was given under the skin",JW:"the record shows what was discarded",JZ:"the record shows nothing was discarded"},zi=[[/\/total_charge$/,"box 28"],[/\/pos$/,"the place of service"],[/\/pointers(\/\d+)?$/,"the pointer"],[/\/charge$/,"the charge"],[/\/units$/,"the units"],[/\/unit_type$/,"the unit type"],[/\/modifiers(\/\d+)?$/,"the modifiers"],[/\/ndc\/code$/,"the NDC"],[/\/ndc\/unit$/,"the NDC unit"],[/\/ndc\/quantity$/,"the NDC quantity"],[/\/diagnoses(\/\d+)?$/,"box 21"],[/\/npi$/,"the NPI"],[/\/note$/,"the note"],[/\/from$/,"the date"],[/\/documentation\/container$/,"the container"],[/\/documentation\/source$/,"where the drug came from"]];function st(t=""){return zi.find(([e])=>e.test(t))?.[1]??t.split("/").pop()??""}function Qt(t,e){let{op:i,line:n,field:r,value:s}=t,o=typeof s=="object"?s.code??"":s??"",a=n&&n!==e?` on line ${n}`:"";switch(i){case"add_modifier":return`Add ${o}${a}`;case"remove_modifier":return`Remove ${o}${a}`;case"replace_code":return`Replace the code with ${o}${a}`;case"set_units":return`Set the units to ${o}${a}`;case"set_field":return o?`Set ${st(r)} to ${o}${a}`:`Fill in ${st(r)}${a}`;case"add_line":return o?`Add a line with ${o}`:"Add the missing line";case"delete_line":return`Delete line ${n}`;case"add_diagnosis":return"Add the diagnosis that the chart documents";case"document":return`Fill in ${st(r)}${a}`}}function qi(t,e){let i=[t,...t.also??[]],n=i.map((s,o)=>o===0?Qt(s,e):Ki(Qt(s,e))).join(" and ");if(!i.some(({needs:s})=>s==="chart"))return n;let r=i.map(({value:s})=>typeof s=="string"?Ii[s]:void 0).filter(Boolean);return r.length>0?`${n}: ${r.join(", ")}`:t.op==="add_diagnosis"?n:`${n}: the chart says so`}function Ki(t){return t.charAt(0).toLowerCase()+t.slice(1)}var ei={label:qi};var ti={title:"How do I know that nothing leaves this computer?",intro:"You do not have to take our word. The browser enforces most of it, and the rest can be looked at.",cannotTitle:"What this page cannot do",cannot:["Send anything: its policy forbids every connection (connect-src ‘none’), and images, fonts, styles, frames and forms that could carry something out.","Load anything: the checker, its tables and every word lie in this one file. Pull the network cable and it works the same.","Run a script that is not its own: only one script, known by its hash, may run. The worker inherits the same policy.","Keep anything: no cookies, no storage, no cache. Close the tab, or press Clear, and it is gone."],engineTitle:"What the checker can do",engine:t=>`The checker is WebAssembly. It has no way to the network or to files; all it may call are these ${t} functions that pass values to this page:`,engineWaiting:"The list appears when the checker has started.",policyTitle:"The policy in force",policyMissing:"This page carries no policy of its own. Use deltoid.html as it was built.",limitsTitle:"What no policy can stop",limits:["A page may always go to another address, and a browser may open peer connections (WebRTC). Our scripts contain neither, and a test of ours reads the built file to prove it.","Browser extensions, and whoever controls this computer, see what you see.","Printing, copying and downloads leave the page because you ask for them. They may contain patient data."],checkTitle:"How to check for yourself",check:["Open the developer tools (F12), choose Network, and check a file: the list stays empty.","Disconnect from the network and check a file."]};var fe=(t,e,i=`${e}s`)=>`${A(t)} ${t===1?e:i}`,ii={language:"en",app:{name:"deltoid",promise:"check injection claims · nothing leaves this computer",howDoIKnow:"How do I know?",openFiles:"Open files",oneClaim:"One claim",batch:"Batch",start:"Start",keys:"Keys",close:"Close",dropHere:"Drop the files to check them",skip:"Skip to the content"},start:{question:"What do you have?",drop:"Drop claim files here, or choose",dropHint:"837P files, or claims as JSON. Several at once are checked as one batch.",choose:"Choose files",type:"Type one claim",typeHint:"Box by box as on the CMS-1500. Findings appear as you type.",example:"Show me an example",exampleHint:"A claim with three defects. Each can be fixed with one click.",rulesAsOf:(t,e)=>`deltoid ${t}, rulebook ${e}`,tables:t=>`Tables: ${t}`,offline:"Works offline",limits:"What it does not check",limitsText:["Whether the patient is covered, and what the plan pays.","Whether the chart supports what is billed. Where only the chart can decide, it says so and leaves the answer to you.","Claims without CPT 96372, except for damage to the file itself. They are counted and passed over.","Edits and tables that are not built in. Each finding names the edition that it rests on, and “not checked” says which one is missing.","It is no coding or legal advice, and has no tie to CMS or to any payer. CPT is a registered trademark of the American Medical Association; no code descriptions are shipped."]},payerClass:{medicare_b:"Medicare Part B",medicare_advantage:"Medicare Advantage",medicaid:"Medicaid",commercial:"Commercial",tricare:"TRICARE",va:"VA",workers_comp:"Workers’ compensation",auto:"Auto insurance",unknown:"Not known"},place:{"02":"Telehealth, not at home",10:"Telehealth at home",11:"Office",12:"Home",13:"Assisted living",19:"Off-campus outpatient hospital",20:"Urgent care",21:"Inpatient hospital",22:"On-campus outpatient hospital",23:"Emergency room",24:"Surgical center",31:"Skilled nursing facility",32:"Nursing facility",49:"Independent clinic",50:"Federally qualified health center",60:"Mass immunization center",65:"Dialysis facility",71:"Public health clinic",72:"Rural health clinic"},verdict:{deny:"will deny",may:"may deny",chart:"check the chart",payer:"depends on the payer",note:"good to know",unchecked:"not checked",clean:"clean"},claim:{title:"One claim",form:"The claim",payer:"Payer",payerClass:"Kind of payer",diagnoses:"Diagnoses",diagnosis:t=>`Diagnosis ${t}`,addDiagnosis:"Add a diagnosis",date:"Date of service",severalDates:"several dates",place:"Place of service",noPlaceName:"two digits",lines:"Service lines",line:t=>`Line ${t}`,code:"Code",modifiers:"Modifiers",pointers:"Pointer",charge:"Charge",units:"Units",verdict:"Verdict",more:t=>`More of line ${t}`,moreShort:"NDC, note",ndc:"NDC",ndcQuantity:"NDC quantity",ndcUnit:"NDC unit",lineDate:"Date of this line",lineNote:"Note",container:"Container",containers:{single_dose:"Single-dose",multi_dose:"Multi-dose"},source:"Where the drug came from",sources:{stock:"Our own stock",patient:"Brought by the patient",specialty_pharmacy:"Specialty pharmacy",sample:"Sample",state_supplied:"Supplied by the state"},notSaid:"not said",addLine:"Add a line",deleteLine:t=>`Delete line ${t}`,duplicateLine:t=>`Duplicate line ${t}`,total:"Total charge",moreBoxes:"Patient, payer and provider boxes",moreBoxesHint:"1a, 3, 11, 17, 19, 22, 23, 24J, 33",memberId:"Insured’s ID",birthDate:"Birth date",sex:"Sex",sexes:{F:"Female",M:"Male",U:"Unknown"},payerName:"Payer name",payerId:"Payer ID",orderingNpi:"Ordering NPI",supervisingNpi:"Supervising NPI",note:"Note on the claim",frequency:"Resubmission code",originalReference:"Original reference",authorization:"Prior authorization",renderingNpi:"Rendering NPI",billingNpi:"Billing NPI",receivedDate:"Received by the payer",box:t=>`box ${t}`,undo:"Undo",redo:"Redo",copy:"Copy findings",copied:"Copied",print:"Print",clear:"Clear",save:"Save as JSON"},findings:{title:"What is wrong with it",blank:"Nothing to check yet",blankHint:"Type the codes in box 24D, or load the example.",noInjection:"No 96372 on this claim",noInjectionHint:"deltoid checks injection claims. Add a line with 96372 to have this one checked.",clean:"Clean",cleanHint:(t,e)=>`Nothing stands against this claim for ${e}, as far as ${t}.`,checkedAgainst:"Checked against",starting:"Starting the checker …",failed:"The checker could not start",failedHint:"This browser, or a policy of this computer, does not let WebAssembly run.",totals:(t,e)=>[t?`${A(t)} will deny`:"",e?`${A(e)} to look at`:""].filter(Boolean),allClean:"clean",billed:t=>`${t} billed`,atRisk:t=>`${t} at risk`,notes:"Good to know",unchecked:"Not checked",done:"done",forecast:"Forecast",forecastOn:t=>`on line ${t}`,forecastOnClaim:"on the claim",why:"Why, and where it says so",sources:"Sources",since:t=>`since ${t}`,until:t=>`until ${t}`,evidence:"Rests on",place:"Place",others:"Together with",confidence:{verified:"source read",professional:"professional knowledge"},confidenceLabel:"Confidence",rule:"Rule",goTo:"Show the box",lineAndBox:(t,e)=>[t?`line ${t}`:"claim",e?`box ${e}`:""].filter(Boolean).join(", "),strip:"Findings",show:t=>t?"Hide":"Show",status:t=>t===0?"No problems":fe(t,"problem"),needsPerson:"No edit of the claim clears this by itself."},batch:{title:"Batch",reading:t=>`Reading ${t}`,starting:"Starting …",progress:(t,e)=>`${t} of ${e}`,claimsSoFar:(t,e)=>`${A(t)} claims with something to say, ${fe(e,"finding")} so far`,cancel:"Cancel",clear:"Clear",cancelled:"Cancelled. What was found until then is below; it is not the whole file.",failed:"The check could not be made.",done:"Checked",files:t=>fe(t,"file"),incomplete:"ends early",claims:"claims",claimsWith:t=>`${A(t)} with 96372`,injectionLines:"injection lines",clean:"clean lines",cleanShare:t=>`${t} of the injection lines`,errors:"will deny",warnings:"may deny or ask",unchecked:t=>`${A(t)} not checked`,atRisk:"at risk",details:"Files and tables of this check",format:"Format",bytes:"Size",download:"Download",csv:"Findings as CSV",json:"Findings as JSON",nothingFound:"Nothing found",nothingFoundHint:"No finding in these files. Claims without 96372 were counted and passed over.",noneLeft:"No finding matches the filters.",resetFilters:"Show all"},table:{label:"Findings",verdict:"verdict",claim:"claim",line:"line",problem:"problem",rule:"rule",amount:"at risk",sortBy:"Sort by",sort:{money:"money at risk",claim:"order of the file",rule:"rule"},show:"Show",allRules:"All rules",ruleFilter:"Rule",search:"Search",searchHint:"claim, message or rule",shown:(t,e)=>t===e?fe(e,"finding"):`${A(t)} of ${fe(e,"finding")}`,searching:"searching …",file:"file",wholeFile:"the file"},detail:{label:"One finding",back:"Back to the list",next:"Next",previous:"Previous",fixes:"What to do",inFile:"Place in the file",claim:"Claim",box:"Box",segment:t=>`segment ${A(t)}`,textLine:t=>`text line ${A(t)}`,byte:t=>`byte ${A(t)}`,element:"Element",field:"Field",amount:"Charge of the line"},keys:{title:"Keys",list:[["Enter","next line, same box"],["Ctrl+D","duplicate the line"],["Ctrl+Backspace","delete the line"],["Ctrl+Z, Ctrl+Y","undo, redo"],["F8, Shift+F8","next problem, previous problem"],["Alt+1 … Alt+9","take that fix of the problem you are at"],["Ctrl+O","open files"],["Ctrl+P","print"],["?","these keys"]],dates:"Dates are typed as digits: 091526 is September 15, 2026."},print:{phi:"Contains PHI",rulebook:(t,e)=>`deltoid ${t} · rulebook ${e}`},fixes:ei,privacy:ti};var b=ii;var P={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Fe=t=>(...e)=>({_$litDirective$:t,values:e}),Q=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,i,n){this._$Ct=e,this._$AM=i,this._$Ci=n}_$AS(e,i){return this.update(e,i)}update(e,i){return this.render(...i)}};var{I:Wi}=Vt,ni=t=>t;var si=t=>t.strings===void 0,ri=()=>document.createComment(""),ee=(t,e,i)=>{let n=t._$AA.parentNode,r=e===void 0?t._$AB:e._$AA;if(i===void 0){let s=n.insertBefore(ri(),r),o=n.insertBefore(ri(),r);i=new Wi(s,o,t,t.options)}else{let s=i._$AB.nextSibling,o=i._$AM,a=o!==t;if(a){let l;i._$AQ?.(t),i._$AM=t,i._$AP!==void 0&&(l=t._$AU)!==o._$AU&&i._$AP(l)}if(s!==r||a){let l=i._$AA;for(;l!==s;){let h=ni(l).nextSibling;ni(n).insertBefore(l,r),l=h}}}return i},V=(t,e,i=t)=>(t._$AI(e,i),t),Ji={},Be=(t,e=Ji)=>t._$AH=e,oi=t=>t._$AH,Ve=t=>{t._$AR(),t._$AA.remove()};var ot=Fe(class extends Q{constructor(t){if(super(t),t.type!==P.PROPERTY&&t.type!==P.ATTRIBUTE&&t.type!==P.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!si(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===x||e===p)return e;let i=t.element,n=t.name;if(t.type===P.PROPERTY){if(e===i[n])return x}else if(t.type===P.BOOLEAN_ATTRIBUTE){if(!!e===i.hasAttribute(n))return x}else if(t.type===P.ATTRIBUTE&&i.getAttribute(n)===e+"")return x;return Be(t),e}});function E(t,e){let{pointer:i,label:n,box:r,className:s="",hint:o}=e,a=te(i);return d`<div class="field ${s}">
    <label for=${a}>${n}${r?N(r):p}</label>
    ${Gi(t,e)}${o?d`<span class="hint" id="${a}-hint">${o}</span>`:p}
  </div>`}function N(t){return d` <span class="box">${t}</span>`}function te(t){return`box${t.replaceAll("/","-")}`}function Gi(t,{pointer:e,kind:i,maxLength:n,choices:r,hint:s}){let o=t.tied.get(e)??[],a=["error","warning"].find(m=>o.some(u=>u.level===m))??"",h=[...o.map(m=>`finding-${k(m)}`),s?`${te(e)}-hint`:""].filter(Boolean).join(" ")||p,y=a==="error"?"true":p,c=t.drafts.get(e)??i.show(Oe(t.claim,e));return r?d`<select
      id=${te(e)}
      class=${a}
      data-pointer=${e}
      .fieldKind=${i}
      aria-describedby=${h}
      aria-invalid=${y}
      ?disabled=${t.readOnly}
      @change=${t.onInput}
    >
      ${r.map(([m,u])=>d`<option value=${m} .selected=${ot(m===c)}>${u}</option>`)}
    </select>`:d`<input
    id=${te(e)}
    class=${a}
    data-pointer=${e}
    .fieldKind=${i}
    aria-describedby=${h}
    aria-invalid=${y}
    inputmode=${i.inputMode??"text"}
    maxlength=${n??p}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    ?readonly=${t.readOnly}
    .value=${ot(c)}
    @input=${t.onInput}
    @blur=${t.onLeave}
  />`}var ai=(t,e,i)=>{let n=new Map;for(let r=e;r<=i;r++)n.set(t[r],r);return n},ge=Fe(class extends Q{constructor(t){if(super(t),t.type!==P.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,i){let n;i===void 0?i=e:e!==void 0&&(n=e);let r=[],s=[],o=0;for(let a of t)r[o]=n?n(a,o):o,s[o]=i(a,o),o++;return{values:s,keys:r}}render(t,e,i){return this.dt(t,e,i).values}update(t,[e,i,n]){let r=oi(t),{values:s,keys:o}=this.dt(e,i,n);if(!Array.isArray(r))return this.ut=o,s;let a=this.ut??=[],l=[],h,y,c=0,m=r.length-1,u=0,v=s.length-1;for(;c<=m&&u<=v;)if(r[c]===null)c++;else if(r[m]===null)m--;else if(a[c]===o[u])l[u]=V(r[c],s[u]),c++,u++;else if(a[m]===o[v])l[v]=V(r[m],s[v]),m--,v--;else if(a[c]===o[v])l[v]=V(r[c],s[v]),ee(t,l[v+1],r[c]),c++,v--;else if(a[m]===o[u])l[u]=V(r[m],s[u]),ee(t,r[c],r[m]),m--,u++;else if(h===void 0&&(h=ai(o,u,v),y=ai(a,c,m)),h.has(a[c]))if(h.has(a[m])){let T=y.get(o[u]),ze=T!==void 0?r[T]:null;if(ze===null){let mt=ee(t,r[c]);V(mt,s[u]),l[u]=mt}else l[u]=V(ze,s[u]),ee(t,r[c],ze),r[T]=null;u++}else Ve(r[m]),m--;else Ve(r[c]),c++;for(;u<=v;){let T=ee(t,l[v+1]);V(T,s[u]),l[u++]=T}for(;c<=m;){let T=r[c++];T!==null&&Ve(T)}return this.ut=o,Be(t,l),x}});var Xi={deny:F`<path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor" /><path d="M8 4.2v4.6M8 11.1v.9" class="cut" />`,may:F`<path d="M8 1.4 15.2 14.4H.8z" fill="currentColor" /><path d="M8 6v4M8 11.7v.9" class="cut" />`,chart:F`<path d="M3 1.5h6.5L13 5v9.5H3z" class="line" /><path d="M9.3 1.7V5.2H13M5.5 8h5M5.5 10.8h5" class="line" />`,payer:F`<path d="M8 1.5v12.6M4.5 14.2h7M3 3.7h10M3 3.7.9 9.2h4.2zM13 3.7l-2.1 5.5h4.2z" class="line" />`,note:F`<circle cx="8" cy="8" r="6.6" class="line" /><path d="M8 7.2v4.3M8 4.3v.9" class="line" />`,unchecked:F`<path d="M2.5 8h11" class="line" stroke-dasharray="3 1.6" />`,clean:F`<circle cx="8" cy="8" r="6.6" class="line" /><path d="M4.8 8.3 7.1 10.6 11.3 5.7" class="line" />`};function X(t){return d`<svg class="icon ${t}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${Xi[t]}</svg>`}function je(t){return d`<span class="badge ${t}">${X(t)}<span>${b.verdict[t]}</span></span>`}var C=b.findings;function lt({group:t,carc:e,rarc:i}){return[t&&e?`${t}-${e}`:e||t,...i].filter(Boolean).join(" ")}function dt(t){let e=t.line?C.forecastOn(t.line):C.forecastOnClaim;return`${lt(t)} ${e}`}function ct(t,e=p){let{denial:i,sources:n,evidence:r,other_claims:s,confidence:o,rule:a,name:l}=t;return d`<dl class="details">
    ${i?ie(C.forecast,d`<span class="code">${dt(i)}</span>`):p} ${e}
    ${n.length>0?ie(C.sources,at(n.map(Yi))):p}
    ${r.length>0?ie(C.evidence,at(r.map(h=>`${h.table} ${h.edition}: ${h.row}`))):p}
    ${s.length>0?ie(C.others,at(s.map(Zi))):p}
    ${ie(C.confidenceLabel,C.confidence[o]??o)}
    ${ie(C.rule,`${a} ${l}`)}
  </dl>`}function ie(t,e){return d`<div><dt>${t}</dt><dd>${e}</dd></div>`}function at(t){return t.length===1?t[0]:d`<ul>${t.map(e=>d`<li>${e}</li>`)}</ul>`}function Yi({title:t,ref:e,from:i,to:n}){let r=[i?C.since(D(i)):"",n?C.until(D(n)):""].filter(Boolean),s=[t,e].filter(Boolean).join(", ");return r.length>0?`${s} (${r.join(", ")})`:s}function Zi({file:t,claim:e,claim_index:i,line:n}){return[e||`${b.table.claim} ${i+1}`,n?C.forecastOn(n):"",t?`(${t})`:""].filter(Boolean).join(" ")}var De=b.findings;function li(t,e){let i=k(e),n=Me(e);return d`<li
    part="finding"
    class="finding ${n} ${t.activeKey===i?"active":""}"
    data-key=${i}
    tabindex="-1"
    aria-labelledby="finding-${i}"
  >
    <div class="finding-head">
      ${je(n)}
      <button type="button" class="link" title=${De.goTo} @click=${()=>t.focusBox(he(e))}>
        ${De.lineAndBox(e.line,e.box)}
      </button>
      ${e.denial?d`<span class="code">${Qi(e)}</span>`:p}
    </div>
    <p class="message" id="finding-${i}">${e.message}</p>
    <p class="why">${e.why}</p>
    ${en(t,e)}
    <details>
      <summary>${De.why}</summary>
      ${ct(e)}
    </details>
  </li>`}function di(t,e){return d`<li class="finding done">
    ${X("clean")} <span><s>${e.message}</s> ${De.done}</span>
    ${t.canUndo?d`<button type="button" class="link" @click=${()=>t.undo()}>${b.claim.undo}</button>`:p}
  </li>`}function ci(t){let e=Me(t);return d`<li class="note ${e}">
    ${X(e)}
    <details>
      <summary id="finding-${k(t)}">${t.message}</summary>
      <p class="why">${t.why}</p>
      ${ct(t)}
    </details>
  </li>`}function Qi({denial:t,line:e}){return t?t.line===e?lt(t):dt(t):""}function en(t,e){return t.readOnly||e.fix.length===0?p:d`<div class="fixes">
    ${e.fix.map(i=>d`<button type="button" class="fix" @click=${()=>t.takeFix(e,i)}>${b.fixes.label(i,e.line)}</button>`)}
  </div>`}var $=b.findings;function mi(t){return d`<div class="totals" part="summary">
    ${tn(t)}
    <button type="button" class="quiet strip" aria-expanded=${t.stripOpen} @click=${()=>t.toggleStrip()}>
      ${$.show(t.stripOpen)}
    </button>
  </div>`}function ui(t){return d`<section
    part="findings"
    class="findings ${t.stripOpen?"open":""}"
    aria-label=${$.title}
    tabindex="-1"
  >
    ${nn(t)}
  </section>`}function tn(t){if(t.engineState!=="ready"||!Z(t.claim))return d`<h2>${$.strip}</h2>`;let e=new Set(t.findings.filter(({level:a})=>a==="error").map(rt)).size,i=t.findings.filter(({level:a})=>a==="warning").length,n=J(t.claim.total_charge||ue(t.claim))??0,r=J(t.summary?.amount_at_risk)??0,s=[...$.totals(e,i),$.billed(Ee(n))],o=e?"deny":i?"may":"clean";return o==="clean"&&s.unshift(pt(t)?$.allClean:$.strip),r>0&&s.push($.atRisk(Ee(r))),d`<h2 class=${o}>
    ${o==="clean"&&!pt(t)?p:X(o)} <span>${s.join(" · ")}</span>
  </h2>`}function nn(t){if(t.engineState==="starting")return He($.starting,"");if(t.engineState==="failed")return He($.failed,$.failedHint);if(!Z(t.claim))return He($.blank,$.blankHint);let{places:e}=t.workedOff,i=t.findings.some(G),n=t.findings.filter(s=>!G(s)&&!hi(s)),r=t.findings.filter(hi);return d`
    ${i?p:pt(t)?rn(t):He($.noInjection,$.noInjectionHint)}
    <ol class="list">
      ${ge(e.filter(({finding:s})=>G(s)),({key:s})=>s,({finding:s,done:o})=>o?di(t,s):li(t,s))}
    </ol>
    ${pi($.notes,n)} ${pi($.unchecked,r)}
  `}function pi(t,e){return e.length===0?p:d`<h3>${t}</h3>
    <ul class="list quiet">
      ${ge(e,k,ci)}
    </ul>`}function rn(t){let{summary:e,claim:i}=t,n=b.payerClass[i.payer?.class||"unknown"]??"",r=(e?.tables??[]).map(({name:s,edition:o})=>`${s} ${o}`).join(" · ");return d`<div class="state clean">
    ${X("clean")}
    <p class="lead">${$.clean}</p>
    <p>${$.cleanHint(b.print.rulebook(e?.version??"",e?.rulebook??""),n)}</p>
    ${r?d`<p class="hint">${$.checkedAgainst}: ${r}</p>`:p}
  </div>`}function He(t,e){return d`<div class="state"><p class="lead">${t}</p>${e?d`<p>${e}</p>`:p}</div>`}function pt({summary:t}){return(t?.injection_claims??0)>0}function hi({tags:t}){return t.includes("not_evaluated")}var j=t=>t==null?"":String(t),M={read:t=>t,show:j},S={read:t=>t.trim().toUpperCase(),show:j,tidy:t=>t.toUpperCase()},ht={read:t=>t.trim(),show:j,inputMode:"decimal"},ne={read:t=>t.trim(),show:j,inputMode:"numeric"},Ue={read:t=>t.replace(/[$,\s]/g,""),show(t){let e=J(j(t));return e===void 0?j(t):Te(e)},inputMode:"decimal"},re={read:t=>qe(t)??"",show:t=>D(j(t)),inputMode:"numeric"};function yi(t){return{...re,read:e=>qe(e,t)??""}}var bi={read:t=>fi(t),show:t=>Array.isArray(t)?t.join(" "):"",tidy:t=>fi(t).join(" ")},$i={read:t=>[...t.toUpperCase().replace(/[^A-L1-9]/g,"")].map(gi),show:t=>Array.isArray(t)?t.map(gi).join(""):"",tidy:t=>t.toUpperCase()};function fi(t){return t.toUpperCase().replace(/[^A-Z0-9]/g,"").match(/.{1,2}/g)??[]}function gi(t){let e=Number(t);return e>=1&&e<=12?String.fromCharCode(64+e):j(t).toUpperCase()}var xi=["medicare_b","medicare_advantage","medicaid","commercial","tricare","va","workers_comp","auto","unknown"];var g=b.claim;function ki(t){let e=t.claim.lines??[];return d`<div class="line head" aria-hidden="true">
      <span></span>
      <span>${g.code}${N("24D")}</span>
      <span>${g.modifiers}</span>
      <span>${g.pointers}${N("24E")}</span>
      <span class="right">${g.charge}${N("24F")}</span>
      <span class="right">${g.units}${N("24G")}</span>
      <span>${g.moreShort}</span>
      <span>${g.verdict}</span>
    </div>
    ${ge(e,(i,n)=>n,(i,n)=>sn(t,i,n))}
    ${t.readOnly?p:d`<button type="button" class="quiet" @click=${()=>t.addLine(e.length-1)}>+ ${g.addLine}</button>`}`}function sn(t,e,i){let n=`/lines/${i}`,r=i+1,s=[{pointer:`${n}/code`,kind:S,label:g.code,box:"24D",className:"service",maxLength:7},{pointer:`${n}/modifiers`,kind:bi,label:g.modifiers,className:"modifiers",maxLength:11},{pointer:`${n}/pointers`,kind:$i,label:g.pointers,box:"24E",className:"pointers",maxLength:4},{pointer:`${n}/charge`,kind:Ue,label:g.charge,box:"24F",className:"amount",maxLength:12},{pointer:`${n}/units`,kind:ht,label:g.units,box:"24G",className:"units",maxLength:9}];return d`<div class="line" role="group" aria-label=${g.line(r)} data-line=${i}>
    <span class="number" aria-hidden="true">${r}</span>
    ${s.map(o=>E(t,o))}
    <button
      type="button"
      class="quiet more"
      aria-expanded=${t.isLineOpen(i)}
      aria-label=${g.more(r)}
      @click=${()=>t.toggleLine(i)}
    >
      <span>${ln(e)||d`+ <span class="more-word">${g.moreShort}</span>`}</span>
    </button>
    <span class="verdict">${on(t,e,r)}</span>
    ${t.isLineOpen(i)?an(t,i):p}
  </div>`}function on(t,e,i){return tt(e)||!t.summary?.injection_claims?p:je(Jt(t.findings,i))}function an(t,e){let i=`/lines/${e}`,n=s=>[["",g.notSaid],...Object.entries(s)],r=[{pointer:`${i}/from`,kind:re,label:g.lineDate,box:"24A",className:"date",maxLength:10},{pointer:`${i}/ndc/code`,kind:S,label:g.ndc,box:"24",maxLength:15},{pointer:`${i}/ndc/quantity`,kind:ht,label:g.ndcQuantity,maxLength:15},{pointer:`${i}/ndc/unit`,kind:S,label:g.ndcUnit,choices:[["",g.notSaid],...["ML","UN","GR","F2","ME"].map(s=>[s,s])]},{pointer:`${i}/documentation/container`,kind:M,label:g.container,choices:n(g.containers)},{pointer:`${i}/documentation/source`,kind:M,label:g.source,choices:n(g.sources)},{pointer:`${i}/note`,kind:M,label:g.lineNote,className:"wide",maxLength:80}];return d`<div class="row more-boxes">
    ${r.map(s=>E(t,s))}
    ${t.readOnly?p:d`<div class="actions">
            <button type="button" class="quiet" @click=${()=>t.duplicateLine(e)}>${g.duplicateLine(e+1)}</button>
            <button type="button" class="quiet" @click=${()=>t.deleteLine(e)}>${g.deleteLine(e+1)}</button>
          </div>`}
  </div>`}function ln({ndc:t,documentation:e,note:i}){return[t?.code??"",g.containers[e?.container??""]??"",g.sources[e?.source??""]??"",i??""].filter(Boolean).join(" · ")}var f=b.claim,dn=12;function wi(t){return d`<form part="form" autocomplete="off" aria-label=${f.form} @submit=${e=>e.preventDefault()}>
    <div class="row top">
      ${E(t,{pointer:"/payer/class",kind:M,label:f.payer,box:"1",className:"payer",choices:xi.map(e=>[e,b.payerClass[e]??e])})}
      ${un(t)}
    </div>
    ${mn(t)}
    <fieldset class="lines">
      <legend>${f.lines}${N("24")}</legend>
      <div class="row">${E(t,pn(t))} ${E(t,hn(t))}</div>
      ${ki(t)}
    </fieldset>
    <div class="row foot">
      ${cn(t)}
      ${E(t,{pointer:"/total_charge",kind:Ue,label:f.total,box:"28",className:"amount total"})}
    </div>
  </form>`}function cn(t){return t.readOnly?d`<div class="tools"></div>`:d`<div class="tools">
    <button type="button" class="quiet" ?disabled=${!t.canUndo} @click=${()=>t.undo()}>${f.undo}</button>
    <button type="button" class="quiet" ?disabled=${!t.canRedo} @click=${()=>t.redo()}>${f.redo}</button>
    <slot name="tools"></slot>
    <button type="button" class="quiet" @click=${()=>t.clear()}>${f.clear}</button>
  </div>`}function pn(t){let e=new Set((t.claim.lines??[]).map(({from:i})=>i??""));return{pointer:"/day",kind:{...re,show:()=>e.size===1?D([...e][0]??""):""},label:f.date,box:"24A",className:"date",maxLength:10,...e.size>1?{hint:f.severalDates}:{}}}function hn(t){let e=b.place[t.claim.pos??""];return{pointer:"/pos",kind:S,label:f.place,box:"24B",className:"place",maxLength:2,hint:e??f.noPlaceName}}function mn(t){let e=n=>[["",f.notSaid],...Object.entries(n)],i=[{pointer:"/subscriber/id",kind:S,label:f.memberId,box:"1a",maxLength:80},{pointer:"/patient/birth_date",kind:yi(t.today),label:f.birthDate,box:"3",maxLength:10},{pointer:"/patient/sex",kind:M,label:f.sex,box:"3",choices:e(f.sexes)},{pointer:"/payer/name",kind:M,label:f.payerName,box:"11c",maxLength:80},{pointer:"/payer/id",kind:S,label:f.payerId,maxLength:80},{pointer:"/ordering/npi",kind:ne,label:f.orderingNpi,box:"17b",maxLength:10},{pointer:"/supervising/npi",kind:ne,label:f.supervisingNpi,box:"17b",maxLength:10},{pointer:"/note",kind:M,label:f.note,box:"19",className:"wide",maxLength:200},{pointer:"/frequency",kind:ne,label:f.frequency,box:"22",maxLength:1},{pointer:"/original_reference",kind:S,label:f.originalReference,box:"22",maxLength:50},{pointer:"/prior_authorization",kind:S,label:f.authorization,box:"23",maxLength:50},{pointer:"/rendering/npi",kind:ne,label:f.renderingNpi,box:"24J",maxLength:10},{pointer:"/billing/npi",kind:ne,label:f.billingNpi,box:"33a",maxLength:10},{pointer:"/received_date",kind:re,label:f.receivedDate,maxLength:10}];return d`<details class="more-boxes">
    <summary><span>${f.moreBoxes}</span> <span class="hint">${f.moreBoxesHint}</span></summary>
    <div class="row">${i.map(n=>E(t,n))}</div>
  </details>`}function un(t){let e=[..."ABCDEFGHIJKL"].slice(0,t.diagnosisBoxes);return d`<fieldset class="diagnoses">
    <legend>${f.diagnoses}${N("21")}</legend>
    <div class="letters">
      ${e.map((i,n)=>E(t,{pointer:`/diagnoses/${n}`,kind:S,label:i,className:"diagnosis",maxLength:8}))}
      ${t.diagnosisBoxes<dn&&!t.readOnly?d`<button type="button" class="quiet add" aria-label=${f.addDiagnosis} title=${f.addDiagnosis} @click=${()=>t.addDiagnosis()}>+</button>`:p}
    </div>
  </fieldset>`}function Ci(t,e,i){let n=fn(t,e,i);return n?.(),n!==void 0}function fn(t,e,i){let n=e.ctrlKey||e.metaKey,r=e.key.length===1?e.key.toLowerCase():e.key;if(r==="F8")return()=>yn(t,e.shiftKey?-1:1);if(t.readOnly)return;if(e.altKey){let a=n?void 0:/^Digit([1-9])$/.exec(e.code)?.[1];return a?()=>bn(t,Number(a)):void 0}if(n&&(r==="y"||r==="z"&&e.shiftKey))return()=>t.redo();if(n&&r==="z")return()=>t.undo();let s=/^\/lines\/(\d+)\/(.+)$/.exec(i);if(!s)return;let o=Number(s[1]);if(r==="Enter"&&!n)return()=>gn(t,o,s[2]??"code");if(n&&r==="d")return()=>t.duplicateLine(o);if(n&&r==="Backspace")return()=>t.deleteLine(o)}function gn(t,e,i){e+1<(t.claim.lines??[]).length?t.focusBox(`/lines/${e+1}/${i}`):t.addLine(e)}function yn(t,e){let i=t.workedOff.places.filter(({finding:s,done:o})=>!o&&G(s)).map(({key:s})=>s);if(i.length===0)return;let n=i.indexOf(t.activeKey),r=n<0?e>0?0:i.length-1:(n+e+i.length)%i.length;t.focusFinding(i[r]??"")}function bn(t,e){let i=t.findings.filter(G),n=i.find(s=>k(s)===t.activeKey)??i[0],r=n?.fix[e-1];n&&r&&t.takeFix(n,r)}var Ie=class{#e=[];get places(){return this.#e}update(e,i){let n=new Map(e.map(a=>[k(a),a])),r=this.#e.flatMap(a=>{let l=n.get(a.key);return l?[{key:a.key,finding:l,done:!1}]:a.done||i?[{...a,done:!0}]:[]}),s=new Set(r.map(({key:a})=>a)),o=[...n.keys()];for(let[a,l]of n){if(s.has(a))continue;let h=new Set(o.slice(0,o.indexOf(a))),y=r.findLastIndex(c=>h.has(c.key))+1;r.splice(y,0,{key:a,finding:l,done:!1})}this.#e=r}clear(){this.#e=[]}};var $n=900,w=class extends B{constructor(){super(...arguments);this.payerClass="";this.readOnly=!1;this.asOf="";this.engineState="starting";this.activeKey="";this.stripOpen=!1;this.diagnosisBoxes=2;this.openLines=new Set;this.status="";this.findings=[];this.tied=new Map;this.drafts=new Map;this.workedOff=new Ie;this.#e=this.attachInternals();this.#t=new Re(()=>this.#c());this.#n=0;this.#r=!1;this.#o=0;this.onInput=i=>{let n=i.target,r=n.dataset.pointer??"",s=n.fieldKind.tidy?.(n.value)??n.value,o=n instanceof HTMLInputElement&&n.selectionStart===n.value.length;n.value!==s&&(n.value=s,o&&n.setSelectionRange(s.length,s.length)),n instanceof HTMLInputElement&&this.drafts.set(r,s),this.#s(r,n.fieldKind.read(s))};this.onLeave=i=>{let n=i.target,r=n.dataset.pointer??"",s=this.drafts.get(r);s!==void 0&&(this.drafts.delete(r),s.trim()!==""&&n.fieldKind.read(s)===""&&this.#s(r,s.trim()),this.requestUpdate())};this.#m=i=>{let n=i.target.dataset.pointer??"";Ci(this,i,n)&&i.preventDefault()};this.#u=i=>{let n=i.target,r=n.dataset.pointer,[s]=r?this.tied.get(r)??[]:[],o=n.closest("li[data-key]")?.dataset.key;r!==void 0?this.activeKey=s?k(s):"":o&&(this.activeKey=o)}}static{this.formAssociated=!0}static{this.styles=[Zt,Xt,Yt,Gt]}#e;#t;#i;#n;#r;#o;get value(){return Ht(this.#t.claim)}set value(i){this.drafts.clear(),this.workedOff.clear(),this.openLines=new Set,this.diagnosisBoxes=Math.max(2,(i.diagnoses??[]).length),this.#t.load(i)}get claim(){return this.#t.claim}get today(){return this.asOf||$t()}get canUndo(){return this.#t.canUndo}get canRedo(){return this.#t.canRedo}async check(){return await this.#d(),this.#l(),await this.updateComplete,this.summary?{findings:this.findings,summary:this.summary}:void 0}async open(i){let n=JSON.parse(await i.text()),r="claims"in n&&Array.isArray(n.claims)?n.claims:n,s=Array.isArray(r)?r[0]:r;s&&(this.value=s)}clear(){Wt(),this.#i=void 0,this.value=me(),this.#d(),this.dispatchEvent(new CustomEvent("deltoid-clear",{bubbles:!0,composed:!0})),this.focusBox("/payer/class")}connectedCallback(){super.connectedCallback(),this.#d()}disconnectedCallback(){super.disconnectedCallback(),cancelAnimationFrame(this.#n),clearTimeout(this.#o),this.#n=0}formResetCallback(){this.value=me()}formDisabledCallback(i){this.readOnly=i}willUpdate(i){(i.has("payerClass")||i.has("asOf")||i.has("profile"))&&this.#c()}render(){return d`<div
      class="checker"
      @keydown=${this.#m}
      @focusin=${this.#u}
    >
      ${mi(this)} ${wi(this)} ${ui(this)}
      <p class="visually-hidden" role="status">${this.status}</p>
    </div>`}focusBox(i){let n=/^\/lines\/(\d+)\/(from|ndc|documentation|note)\b/.exec(i);n&&(this.openLines=new Set(this.openLines).add(Number(n[1])));let r=()=>this.renderRoot.querySelector(`#${CSS.escape(te(i))}`);this.updateComplete.then(()=>{let s=r()??this.renderRoot.querySelector("[data-pointer]");for(let o=s?.closest("details");o;o=o.parentElement?.closest("details"))o.open=!0;s?.focus(),s instanceof HTMLInputElement&&s.select()})}focusFinding(i){this.stripOpen=!0,this.activeKey=i,this.updateComplete.then(()=>{let n=this.renderRoot.querySelector(`li[data-key="${CSS.escape(i)}"]`);(n??this.renderRoot.querySelector(".findings"))?.focus({preventScroll:!0}),n?.scrollIntoView({block:"nearest"})})}takeFix(i,n){let r=he({field:n.field??i.field,line:n.line??i.line}),o=n.op==="add_diagnosis"||n.op==="document"||n.op==="set_field"&&!n.value?void 0:this.#i?.apply(this.value,n);if(!o){this.focusBox(r);return}this.#r=!0,this.#t.replace(o),this.#l(),this.focusFinding(k(this.findings.find(({level:a})=>a!=="info")??i))}addDiagnosis(){this.focusBox(`/diagnoses/${this.diagnosisBoxes++}`)}addLine(i){this.#t.addLine(i),this.#a(i+1)}duplicateLine(i){this.#t.duplicateLine(i),this.#a(i+1)}deleteLine(i){this.#t.deleteLine(i),this.#a(Math.min(i,this.#t.lines.length-1))}undo(){this.drafts.clear(),this.#t.undo()}redo(){this.drafts.clear(),this.#t.redo()}isLineOpen(i){return this.openLines.has(i)}toggleLine(i){let n=new Set(this.openLines);n.delete(i)||n.add(i),this.openLines=n}toggleStrip(){this.stripOpen=!this.stripOpen,this.stripOpen&&this.updateComplete.then(()=>this.renderRoot.querySelector(".findings")?.focus())}#s(i,n){let r=/^(\/lines\/\d+)\/from$/.exec(i)?.[1];i==="/day"?this.#t.typeDay(String(n)):r?this.#t.type(r,{...Oe(this.claim,r),from:n,to:n}):this.#t.type(i,n)}#a(i){this.drafts.clear(),this.#l(),this.focusBox(`/lines/${i}/code`)}async#d(){try{this.#i=await Kt(),this.engineState="ready"}catch{this.engineState="failed"}this.#l()}#c(){this.#n===0&&(this.#n=requestAnimationFrame(()=>this.#l()))}#l(){cancelAnimationFrame(this.#n),this.#n=0,this.#i&&this.#p(this.#i),this.#r=!1,this.requestUpdate()}#p(i){let n=this.value,r={payer:this.payerClass||void 0,profile:this.profile,asOf:this.today},s=Z(n)?i.check(n,r):void 0;this.findings=s?.findings??[],this.summary=s?.summary,this.tied=Map.groupBy(this.findings,he),this.workedOff.update(this.findings,this.#r),this.diagnosisBoxes=Math.max(this.diagnosisBoxes,(n.diagnoses??[]).length),this.#h(n)}#h(i){let n=this.findings.filter(({level:o})=>o!=="info"),r=n.find(({level:o})=>o==="error");this.#e.setFormValue(JSON.stringify(i)),r?this.#e.setValidity({customError:!0},r.message,this.renderRoot.querySelector("input")??void 0):this.#e.setValidity({});let s={findings:this.findings,summary:this.summary};this.dispatchEvent(new CustomEvent("deltoid-check",{detail:s,bubbles:!0,composed:!0})),clearTimeout(this.#o),this.#o=window.setTimeout(()=>{this.status=Z(i)?b.findings.status(n.length):""},$n)}#m;#u};_([K({attribute:"payer-class"})],w.prototype,"payerClass",2),_([K({type:Boolean,attribute:"readonly"})],w.prototype,"readOnly",2),_([K({attribute:"as-of"})],w.prototype,"asOf",2),_([K({attribute:!1})],w.prototype,"profile",2),_([W()],w.prototype,"engineState",2),_([W()],w.prototype,"activeKey",2),_([W()],w.prototype,"stripOpen",2),_([W()],w.prototype,"diagnosisBoxes",2),_([W()],w.prototype,"openLines",2),_([W()],w.prototype,"status",2);ft(xt);customElements.get("deltoid-checker")||customElements.define("deltoid-checker",w);export{w as DeltoidChecker};
