//! What the user's work is kept in: a database of the browser's, in which one transaction reads what
//! stands there and writes, with no other tab between. See `docs/decisions/0006-one-store-for-all-tabs.md`.
//!
//! Where the browser has no database, or refuses it, [`storage`] takes its place.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    BroadcastChannel, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    MessageEvent,
};

use super::storage::{self, StorageError};

/// The database. All projects of one user of GitHub Pages share an origin: the name is ours alone.
const DATABASE: &str = "rapport";
/// The one table in it, with texts by their names.
const TABLE: &str = "saved";
/// Where tabs tell each other that they have written.
const CHANNEL: &str = "rapport";
/// How long the browser may take to open the database, in milliseconds. Some never answer at all
/// (WebKit, bug 226547); then the other storage is better than a page that waits.
const PATIENCE_MS: i32 = 4_000;

/// How many transactions may be under way: one for each name, and some.
const MOST_OPEN: usize = 16;

/// What came of a [`swap`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Swap {
    /// It is written, and will be there even if the browser dies now.
    Done,
    /// Something else stands there than was expected. Nothing was written.
    Stands(Option<String>),
}

#[derive(Clone)]
enum Place {
    Database(IdbDatabase),
    Storage,
}

/// A name, and whom to call when something was written under it.
type Told = (&'static str, Box<dyn Fn()>);

thread_local! {
    static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
    static OPEN: RefCell<Vec<IdbTransaction>> = const { RefCell::new(Vec::new()) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static IS_LEFT: Cell<bool> = const { Cell::new(false) };
    static TOLD: RefCell<Vec<Told>> = const { RefCell::new(Vec::new()) };
    static OTHERS: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Whether work is kept in the database, as far as that is known.
#[must_use]
pub fn is_database() -> bool {
    PLACE.with_borrow(|place| matches!(place, Some(Place::Database(_))))
}

/// What stands under each of some names.
///
/// # Errors
/// [`StorageError::Unavailable`].
pub async fn get(names: &[&str]) -> Result<Vec<Option<String>>, StorageError> {
    let mut texts = Vec::new();
    let Place::Database(database) = place().await? else {
        for name in names {
            texts.push(storage::get_raw(name)?);
        }
        return Ok(texts);
    };
    let table = begin(&database, false).map_err(unavailable)?.1;
    for name in names {
        let request = table.get(&(*name).into()).map_err(unavailable)?;
        texts.push(answer(&request).await.map_err(unavailable)?.as_string());
    }
    Ok(texts)
}

/// Puts a text (or nothing) under a name, if what stands there is what is expected.
///
/// # Errors
/// See [`StorageError`]; what stood there before still does.
pub async fn swap(
    name: &str,
    expected: Option<&str>,
    text: Option<&str>,
) -> Result<Swap, StorageError> {
    let place = place().await?;
    let Place::Database(database) = place else { return swap_near(name, expected, text) };
    let (transaction, table) = begin(&database, true).map_err(unavailable)?;
    let ended = settled(|yes, no| {
        transaction.set_oncomplete(Some(yes));
        transaction.set_onabort(Some(no));
    });
    let stands = table.get(&name.into()).map_err(unavailable)?;
    let stands = answer(&stands).await.map_err(unavailable)?.as_string();
    if stands.as_deref() != expected {
        return Ok(Swap::Stands(stands));
    }
    match text {
        Some(text) => table.put_with_key(&text.into(), &name.into()),
        None => table.delete(&name.into()),
    }
    .map_err(refused)?;
    ended.await.map_err(refused)?;
    Ok(Swap::Done)
}

/// The same in [`storage`], which a page can read before it is drawn.
///
/// # Errors
/// See [`StorageError`].
pub fn swap_near(
    name: &str,
    expected: Option<&str>,
    text: Option<&str>,
) -> Result<Swap, StorageError> {
    let stands = storage::get_raw(name)?;
    if stands.as_deref() != expected {
        return Ok(Swap::Stands(stands));
    }
    match text {
        Some(text) => storage::set_raw(name, text)?,
        None => storage::remove(name)?,
    }
    Ok(Swap::Done)
}

/// The names that start with `prefix`, in the database and in [`storage`].
pub async fn names(prefix: &str) -> Vec<String> {
    let mut names = storage::names(prefix);
    if let Ok(Place::Database(database)) = place().await
        && let Ok((_, table)) = begin(&database, false)
        && let Ok(request) = table.get_all_keys()
        && let Ok(keys) = answer(&request).await
    {
        let keys = js_sys::Array::from(&keys).to_vec().into_iter();
        let keys = keys.filter_map(|key| key.as_string());
        names.extend(keys.filter(|name| name.starts_with(prefix)));
    }
    names
}

/// What stands under a name, wherever it is.
pub async fn find(name: &str) -> Option<String> {
    let near = storage::get_raw(name).ok().flatten();
    if near.is_some() {
        return near;
    }
    let Ok(Place::Database(database)) = place().await else { return None };
    let table = begin(&database, false).ok()?.1;
    answer(&table.get(&name.into()).ok()?).await.ok()?.as_string()
}

/// Deletes what stands under a name, wherever it is.
pub async fn remove(name: &str) {
    let _ = storage::remove(name);
    if let Ok(Place::Database(database)) = place().await
        && let Ok((_, table)) = begin(&database, true)
        && let Ok(request) = table.delete(&name.into())
    {
        let _ = answer(&request).await;
    }
}

/// Deletes everything that is ours, and nothing else.
///
/// # Errors
/// See [`StorageError`].
pub async fn delete_all() -> Result<(), StorageError> {
    if let Place::Database(database) = place().await? {
        let table = begin(&database, true).map_err(unavailable)?.1;
        answer(&table.clear().map_err(refused)?).await.map_err(refused)?;
    }
    storage::delete_all()
}

fn unavailable(_: JsValue) -> StorageError {
    if IS_LEFT.get() { StorageError::Interrupted } else { StorageError::Unavailable }
}

fn refused(_: JsValue) -> StorageError {
    if IS_LEFT.get() { StorageError::Interrupted } else { StorageError::Refused }
}

/// Lets go of the database while the page is left: WebKit keeps the page in memory, with its transactions
/// open, and no other page could read or write.
fn let_go() {
    IS_LEFT.set(true);
    for transaction in OPEN.take() {
        // One that is over says so.
        let _ = transaction.abort();
    }
    let place = PLACE.take();
    if let Some(Place::Database(database)) = &place {
        database.close();
    } else {
        PLACE.set(place);
    }
}

/// Waits for the first of two handlers that a promise's outcomes are set as.
fn settled(set: impl Fn(&Function, &Function)) -> JsFuture {
    Promise::new(&mut |yes, no| set(&yes, &no)).into()
}

/// What a request gives. In the same turn more may be asked of its transaction.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    settled(|yes, no| {
        request.set_onsuccess(Some(yes));
        request.set_onerror(Some(no));
    })
    .await?;
    request.result()
}

fn begin(database: &IdbDatabase, write: bool) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
    // By name, because the options are younger than the bindings: they tell the browser not to say that
    // something is written before it is on the disk. Who does not know them writes as it always does.
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let mode = if write { "readwrite" } else { "readonly" };
    let transaction = begin.call3(database, &TABLE.into(), &mode.into(), &options);
    if transaction.is_err() {
        // The browser has closed it, for instance because the user deleted the site's data.
        PLACE.with_borrow_mut(|place| *place = None);
    }
    let transaction: IdbTransaction = transaction?.dyn_into()?;
    OPEN.with_borrow_mut(|open| {
        // They come one after the other: older ones are over.
        open.truncate(MOST_OPEN - 1);
        open.insert(0, transaction.clone());
    });
    let table = transaction.object_store(TABLE)?;
    Ok((transaction, table))
}

async fn place() -> Result<Place, StorageError> {
    if !WATCHED.replace(true) {
        super::page::on_leave(let_go, || IS_LEFT.set(false));
    }
    if let Some(place) = PLACE.with_borrow(Clone::clone) {
        return Ok(place);
    }
    if IS_LEFT.get() {
        return Err(StorageError::Interrupted);
    }
    let place = open().await.map_or(Place::Storage, Place::Database);
    Ok(PLACE.with_borrow_mut(|known| known.get_or_insert(place).clone()))
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, 1)?;
    let wait = |upgrade: bool| {
        settled(|yes, no| {
            request.set_onupgradeneeded(upgrade.then_some(yes));
            request.set_onsuccess(Some(yes));
            request.set_onerror(Some(no));
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(no, PATIENCE_MS);
        })
    };
    let event: web_sys::Event = wait(true).await?.dyn_into()?;
    let database: IdbDatabase = request.result()?.dyn_into()?;
    if event.type_() == "upgradeneeded" {
        database.create_object_store(TABLE)?;
        wait(false).await?;
    }
    Ok(database)
}

/// Tells the other tabs that something was written under a name.
pub fn tell(name: &str) {
    OTHERS.with_borrow(|others| {
        if let Some(others) = others {
            let _ = others.post_message(&name.into());
        }
    });
}

/// Calls back when another tab has written under a name, or may have while this one was out of sight.
pub fn on_change(name: &'static str, callback: impl Fn() + 'static) {
    let listening = TOLD.with_borrow_mut(|told| {
        told.push((name, Box::new(callback)));
        told.len() > 1
    });
    if listening {
        return;
    }
    // A tab does not hear what it says itself.
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let name = event.data().as_string();
        call_back(|one| name.as_deref() == Some(one));
    });
    if let Ok(others) = BroadcastChannel::new(CHANNEL) {
        others.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        OTHERS.set(Some(others));
    }
    super::page::on_show(|| call_back(|_| true));
}

fn call_back(whom: impl Fn(&str) -> bool) {
    TOLD.with_borrow(|told| {
        told.iter().filter(|(name, _)| whom(name)).for_each(|(_, call)| call());
    });
}
