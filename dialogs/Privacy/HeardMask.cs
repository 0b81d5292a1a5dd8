using System.Collections.Immutable;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Privacy;

/// <summary>What one utterance holds that is personal: by its shape, and by what understanding took it for.</summary>
internal sealed class HeardMask
{
    private readonly string said;
    private readonly IReadOnlyList<Find> finds;
    private readonly ImmutableArray<(string Text, string Mask)> fields;
    private readonly bool isWhole;

    private HeardMask(Recognition? heard, string said, IReadOnlyList<Find> finds, ImmutableArray<(string, string)> fields, bool isWhole)
    {
        (this.said, this.finds, this.fields, this.isWhole) = (said, finds, fields, isWhole);
        if (heard is null || finds.Count == 0)
        {
            Recognition = heard;
            return;
        }
        // Dialogs look for what they offer in these words: the L of "Sofia L***" is no size, so nothing is left of a name but its kind.
        Find[] kinds = [.. finds.Select(find => find with { Mask = find.Kind.Mask() })];
        Recognition = heard with { Text = Find.Apply(said, kinds), Entities = [.. heard.Entities.Select(entity => Mask(entity, kinds)).OfType<Entity>()] };
    }

    /// <summary>The recognition with masked words. Values stay, for the dialogs need them; those that nothing may keep are gone.</summary>
    public Recognition? Recognition { get; }

    /// <summary>Looks for what is personal.</summary>
    public static HeardMask Of(Recognition? heard, List<string> said)
    {
        if (heard is null || heard.Text.Length == 0) return new(heard, "", [], [], isWhole: false);
        var (_, found) = PersonalData.FindToKeep(heard.Text); // recognitions hold Hangul composed
        var split = SplitNumbers.TakeFrom(said, heard.Text);
        var named = heard.Entities.Select(entity => (Entity: entity, Mask: MaskOf(entity))).Where(field => field.Mask is not null).ToArray();
        if (split is null && named.Length == 0) return new(heard, heard.Text, found, [], isWhole: false);
        var all = found.Concat(named.Select(field => new Find(KindOf(field.Entity.Type), field.Entity.Start, field.Entity.End + 1, field.Mask ?? "")));
        if (split is not null) all = all.Append(split);
        return new(
            heard, heard.Text, Find.Merge(all), [.. named.Select(field => (field.Entity.Text, field.Mask ?? ""))],
            isWhole: split is not null || named.Any(field => field.Entity.Type == EntityType.Address));
    }

    /// <summary>Masks a text that may be, or hold, the words as they came in.</summary>
    public string Mask(string text)
    {
        // What hangs on the whole utterance is found in its tidied form only, so that form stands for it.
        if (isWhole && NormalizedText.Of(text).Text == said) return Find.Apply(said, finds);
        var (composed, found) = PersonalData.FindToKeep(text);
        var masked = Find.Apply(composed, found);
        foreach (var (field, mask) in fields) masked = masked.Replace(field, mask, StringComparison.Ordinal);
        return masked;
    }

    private static Entity? Mask(Entity entity, Find[] finds)
    {
        var (start, end) = (entity.Start, entity.End + 1);
        var moved = 0;
        foreach (var find in finds)
        {
            if (find.End <= entity.Start) moved += find.Mask.Length - (find.End - find.Start);
            else if (find.Start <= entity.End)
            {
                if (find.Kind.IsForbidden() && entity.Type != EntityType.Address) return null;
                (start, end) = (find.Start, find.Start + find.Mask.Length);
                return entity with { Text = find.Mask, Start = start + moved, End = end + moved - 1, Value = entity.Type == EntityType.Address ? PersonalData.MaskForbidden(entity.Value) : entity.Value };
            }
        }
        return moved == 0 ? entity : entity with { Start = start + moved, End = end + moved - 1 };
    }

    private static string? MaskOf(Entity entity) => entity.Type switch
    {
        EntityType.Phone => PersonalKind.Phone.Mask(),
        EntityType.Email => PersonalKind.Email.Mask(),
        EntityType.Account => PersonalKind.Account.Mask(),
        EntityType.PersonName => FieldMasks.Name(entity.Text),
        EntityType.Address => FieldMasks.Address(PersonalData.Mask(entity.Text)),
        _ => null,
    };

    private static PersonalKind KindOf(EntityType type) => type switch
    {
        EntityType.Phone => PersonalKind.Phone,
        EntityType.Email => PersonalKind.Email,
        EntityType.Account => PersonalKind.Account,
        EntityType.PersonName => PersonalKind.Name,
        _ => PersonalKind.Address,
    };
}
