import { chromium } from "@playwright/test";
const base = "http://127.0.0.1:8133/";
const MANY = "role=patient;phase=in_treatment;age=adult;worries=symptoms,money,work,family;symptom_kind=pain;money_kind=hospital_bill,income_loss;work_status=employee;work_wish=keep_working;family_kind=tell_children;cancer_special=rare;most=money;wish=talk;channel=phone;access_needs=interpreter;language=en;prefecture=22";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
import { readFileSync } from "node:fs";
const rows = readFileSync("../../content/choices.csv","utf8").split("\n").slice(1).map(l=>l.split(",").slice(0,2));
const lists = {}; for (const [l,n] of rows) if (l && l!=="municipality") (lists[l]??=[]).push(n);
const all = Object.entries(lists).map(([q,c])=>[q, ["role","phase","age","work_whose","work_status","fertility_timing","language","prefecture"].includes(q)? c[0] : c.filter(n=>n!=="none_today"&&n!=="not_yet"&&n!=="unsure").join(",")]).map(p=>p.join("=")).join(";")+";most=money";
for (const [lang, path] of [["ja",""],["en","en/"],["easy","ja-x-easy/"]]) for (const [name, kept, own] of [["many",MANY,"ほけんのことがよくわかりません。\n仕事をやめないで済むか知りたいです。"],["all",all,"あ".repeat(300)]]) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  const css = readFileSync("../../static/tokens.css","utf8")+readFileSync("../../static/style.css","utf8");
  await context.route(/\/(en\/|ja-x-easy\/)?$/, async r=>{const res=await r.fetch(); const b=(await res.text()).replace(/<style>[^]*?<\/style>/,()=>`<style>${css}</style>`); await r.fulfill({response:res, body:b});});
  await context.addInitScript((k)=>sessionStorage.setItem("tomoni-answers",k), kept);
  const page = await context.newPage();
  page.on("console", m=>console.log(lang,m.text())); page.on("pageerror",e=>console.log(e));
  await page.goto(base+path+"#/sheet");
  await page.locator("textarea").fill(own);
  await page.waitForTimeout(300);
  if (name==="many") await page.screenshot({ path:`/tmp/sheetshots/${lang}-${name}-360.png`, fullPage:true });
  const pdf = await page.pdf({ path:`/tmp/sheetshots/${lang}-${name}.pdf`, preferCSSPageSize:true });
  await page.setViewportSize({width:794,height:1123}); await page.emulateMedia({media:"print"});
  console.log(lang,name, (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)||[]).length, await page.locator(".leaf").evaluate(e=>[e.className,e.scrollHeight,e.clientHeight,e.querySelector(".rules").clientHeight, e.querySelector(".qr")?.viewBox.baseVal.width]), await page.locator("aside").evaluate(e=>e.getBoundingClientRect().height), await page.locator(".number").textContent());
  await context.close();
}
await browser.close();
