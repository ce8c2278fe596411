// SPDX-License-Identifier: Apache-2.0
// Writes custom-elements.json, which tells editors and catalogues of <deltoid-checker>: the analyzer reads the attributes off
// the class; all else is what checker-api.ts says, with its words.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tag = 'deltoid-checker';
const published = 'dist/element.js';

async function parse(path) {
  return ts.createSourceFile(path, await readFile(here(path), 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** The members of an interface, each with its node, its words and its type. */
function membersOf(source, name) {
  const found = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
  return found.members.map((node) => {
    const [comment] = ts.getJSDocCommentsAndTags(node);
    return {
      node,
      name: node.name.text,
      description: ts.getTextOfJSDocComment(comment?.comment)?.replace(/\s+/g, ' '),
      type: node.type?.getText(source),
    };
  });
}

/** What an interface's comment says, and the entries of its tags: "@csspart form - The form." */
function documented(source, name) {
  const node = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === name);
  const [{ comment, tags }] = node.jsDoc;
  const entries = (tag) =>
    tags
      .filter(({ tagName }) => tagName.text === tag)
      .map((one) =>
        one
          .getText(source)
          .replace(/^@\w+\s+|\s*\n[\s*]*/g, '')
          .trim()
          .split(/\s+-\s+/, 2),
      )
      .map(([name, description]) => ({ description, name }));
  return { description: ts.getTextOfJSDocComment(comment), entries };
}

const described = ({ description }) => (description ? { description } : {});

function fieldOf({ node, name, type, ...rest }) {
  const readonly =
    ts.isGetAccessor(node) || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
  return {
    kind: 'field',
    name,
    ...described(rest),
    type: { text: type },
    ...(readonly ? { readonly: true } : {}),
  };
}

function methodOf({ node, name, type, ...rest }, source) {
  const parameters = node.parameters.map((parameter) => ({
    name: parameter.name.getText(source),
    type: { text: parameter.type.getText(source) },
    ...(parameter.questionToken ? { optional: true } : {}),
  }));
  const some = parameters.length > 0 ? { parameters } : {};
  return { kind: 'method', name, ...described(rest), ...some, return: { type: { text: type } } };
}

/** A property with a setter of its own has one entry: what it takes is the wider type. */
function fieldsOf(members) {
  const setters = new Map(
    members
      .filter(({ node }) => ts.isSetAccessor(node))
      .map(({ name, node }) => [name, node.parameters[0].type]),
  );
  return members
    .filter(({ node }) => ts.isGetAccessor(node) || ts.isPropertySignature(node))
    .map((member) => {
      const { readonly, ...field } = fieldOf(member);
      const taken = setters.get(member.name);
      if (taken) return { ...field, type: { text: taken.getText() } };
      return readonly ? { ...field, readonly } : field;
    });
}

/** custom-elements.json, as a text. */
export async function manifest() {
  const element = await parse('src/checker/checker-element.ts');
  const api = await parse('src/checker/checker-api.ts');
  const { modules } = create({ modules: [element], plugins: litPlugin() });
  const read = modules[0].declarations.find(({ name }) => name === 'DeltoidChecker');
  const { description, entries } = documented(api, 'DeltoidChecker');
  const members = membersOf(api, 'DeltoidCheckerApi');
  const fields = fieldsOf(members);
  const methods = members.filter(({ node }) => ts.isMethodSignature(node)).map((one) => methodOf(one, api));
  const events = membersOf(api, 'DeltoidCheckerEventMap').map(({ name, type, ...rest }) => ({
    name,
    ...described(rest),
    type: { text: type },
  }));
  const own = { lang: 'The language of its words; English where it knows no other.' };
  const attributes = [...read.attributes, { name: 'name', fieldName: 'name' }].map(({ name, fieldName }) => {
    const { description, type } = fields.find((field) => field.name === fieldName) ?? {
      description: own[name],
      type: { text: 'string' },
    };
    return { name, description, type, ...(fieldName ? { fieldName } : {}) };
  });
  const declaration = {
    kind: 'class',
    name: 'DeltoidChecker',
    tagName: tag,
    customElement: true,
    description: description.trim().replace(/\s+/g, ' '),
    superclass: { name: 'HTMLElement' },
    attributes,
    members: [...fields, ...methods],
    events,
    slots: entries('slot'),
    cssParts: entries('csspart'),
    cssProperties: entries('cssprop'),
  };
  const reference = { name: 'DeltoidChecker', module: published };
  const exported = [
    { kind: 'js', name: 'DeltoidChecker', declaration: reference },
    { kind: 'custom-element-definition', name: tag, declaration: reference },
  ];
  const module = {
    kind: 'javascript-module',
    path: published,
    declarations: [declaration],
    exports: exported,
  };
  return `${JSON.stringify({ schemaVersion: '1.0.0', readme: 'README.md', modules: [module] }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(here('custom-elements.json'), await manifest());
