//! Names that the story file says are one.

use crate::model::{Article, Facts, Value};
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// Gives names and speakers the form that stands for all their spellings.
pub(in crate::facts) fn unite(found: &mut Facts, articles: &[Article]) {
    let groups = articles.iter().flat_map(|article| &article.reading.names);
    let spellings = groups.filter_map(|names| Some((names.first()?, names)));
    let forms: BTreeMap<String, &String> = spellings
        .flat_map(|(form, names)| names.iter().map(move |name| (fold(name), form)))
        .collect();
    if forms.is_empty() {
        return;
    }
    let unite = |name: &mut String| {
        if let Some(form) = forms.get(&fold(name)) {
            name.clone_from(form);
        }
    };
    for fact in &mut found.facts {
        if let Value::Name(name) = &mut fact.value {
            unite(name);
        }
    }
    let speakers = found.quotes.iter_mut().filter_map(|it| it.speaker.as_mut());
    speakers.for_each(|speaker| unite(&mut speaker.name));
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::article;
    use crate::model::Value;

    #[test]
    fn spellings_of_the_story_file_are_one_name() {
        let mut article = article(&[
            "Chief Hallam said the stalls would burn for a day.",
            "“They will,” Dorit Halam said.",
        ]);
        let names = ["Dorit Hallam", "Dorit Halam"].map(str::to_owned);
        article.reading.names = vec![names.to_vec()];
        let found = find(&[article]);
        let is_hers = |value: &Value| matches!(value, Value::Name(name) if name == "Dorit Hallam");
        assert!(found.facts.iter().any(|fact| is_hers(&fact.value)));
        let speakers = found.quotes.iter().filter_map(|it| it.speaker.as_ref());
        assert!(speakers.clone().any(|it| it.name == "Dorit Hallam"));
        assert!(!speakers.clone().any(|it| it.name == "Dorit Halam"));
    }
}
