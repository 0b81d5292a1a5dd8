using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServiceBot.Bot.Tests;

/// <summary>The arrows between the rooms, and the names in them.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Projects = ["dialogs", "cti-adapter", "bot"];

    /// <summary>Which room of the host may use which other; everything else goes through the ports of the turns.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        // Direct Line is a channel of Bot Framework activities.
        ["DirectLine"] = ["BotFramework", "Nodes"],
        // How conversations are reached when nobody is asking, sealed, for all nodes.
        ["Delivery"] = ["Nodes", "Privacy"],
        // Messages are brought to channels; photographs lie sealed in the system of record's database.
        ["BotFramework"] = ["Delivery", "Privacy", "Shop"],
        // A conversation's keys, and its notices to other nodes; what is kept of it is sealed.
        ["Context"] = ["Nodes", "Privacy"],
        // Notes of callers lie in Redis where there is one; the telephone's tables in the system of record's database. What is personal in them is sealed, or erased with its conversation. Text messages are brought like those of a messenger.
        ["Telephone"] = ["Delivery", "Nodes", "Privacy", "Shop"],
        // Conversations that have ended go from the live store, sealed, into the shop's records.
        ["Archive"] = ["Context", "Privacy", "Shop"],
        // The desk's tables lie in the system of record's database; of the shop it takes a customer's history besides. What is personal in them is sealed. Agents see the
        // photographs that customers sent, and conversations that have ended. Its queue, and who is there, lie in Redis where there is one. A channel that brings in its own
        // people is told as it is told everything else.
        ["Desk"] = ["Archive", "BotFramework", "Delivery", "Nodes", "Privacy", "Shop"],
        // Who is erased leaves sealed records that the law wants kept; nodes that meet in Redis must have one shop.
        ["Shop"] = ["Privacy", "Nodes"],
        // The command line is where rooms are put to work without a server.
        ["Commands"] = ["Shop", "Context", "Privacy", "FakePsp"],
    };

    /// <summary>Settings, clock and the data directory: every room stands on it, and it on none.</summary>
    private const string Ground = "Hosting";

    [Theory]
    [InlineData("dialogs", "")]
    [InlineData("cti-adapter", "dialogs")]
    [InlineData("bot", "cti-adapter dialogs")]
    public void Projects_reference_only_along_the_arrows(string project, string allowed)
    {
        var file = Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.csproj").Single();
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileName(Path.GetDirectoryName(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'))) ?? "");

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_telephone_knows_nothing_of_the_host()
    {
        var references = Assembly.Load("ServiceBot.CtiAdapter").GetReferencedAssemblies().Select(reference => reference.Name ?? "");
        Assert.DoesNotContain(references, name => name is "servicebot" || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.DoesNotContain(Repository.Files("cti-adapter", "*.cs"), file => File.ReadAllText(file).Contains("ServiceBot.Bot", StringComparison.Ordinal));
    }

    [Fact]
    public void Rooms_of_the_host_stay_out_of_each_other()
    {
        var uses = from room in RoomsOf("bot")
                   from file in Repository.Files(Path.Combine("bot", room), "*.cs")
                   from Match use in UseOfARoom().Matches(File.ReadAllText(file))
                   let other = use.Groups["room"].Value
                   where other != room && other != Ground && !Allowed.GetValueOrDefault(room, []).Contains(other)
                   select $"{Path.GetRelativePath(Repository.Root, file)} uses {other}";

        Assert.Empty(uses.Distinct());
    }

    [Fact]
    public void Every_allowed_pair_is_still_needed()
    {
        var unused = from pair in Allowed
                     from other in pair.Value
                     where !Repository.Files(Path.Combine("bot", pair.Key), "*.cs").Any(file => UseOfARoom().Matches(File.ReadAllText(file)).Any(use => use.Groups["room"].Value == other))
                     select $"{pair.Key} -> {other}";

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_file_lies_in_the_room_of_its_namespace()
    {
        var astray = from project in new[] { (Folder: "bot", Space: "ServiceBot.Bot"), (Folder: "cti-adapter", Space: "ServiceBot.CtiAdapter") }
                     from file in Repository.Files(project.Folder, "*.cs")
                     let declared = Namespace().Match(File.ReadAllText(file)).Groups["name"].Value
                     let folder = Path.GetRelativePath(Path.Combine(Repository.Root, project.Folder), Path.GetDirectoryName(file) ?? "")
                     let expected = folder == "." ? project.Space : $"{project.Space}.{folder.Replace(Path.DirectorySeparatorChar, '.')}"
                     where declared.Length > 0 && declared != expected
                     select $"{Path.GetRelativePath(Repository.Root, file)} declares {declared}";

        Assert.Empty(astray);
    }

    [Fact]
    public void No_folder_is_a_drawer_for_odds_and_ends()
    {
        string[] drawers = ["Common", "Helpers", "Utils", "Utilities", "Core", "Manager", "Managers", "Services", "Misc", "Shared"];
        var folders = Projects.Append("tests").SelectMany(project => Repository.Files(project, "*")).Select(file => Path.GetDirectoryName(Path.GetRelativePath(Repository.Root, file)) ?? "").Distinct();

        Assert.DoesNotContain(folders, folder => folder.Split(Path.DirectorySeparatorChar).Any(part => drawers.Contains(part, StringComparer.OrdinalIgnoreCase)));
    }

    [Fact]
    public void No_type_is_named_like_a_room()
    {
        var rooms = Projects.SelectMany(RoomsOf).ToHashSet(StringComparer.Ordinal);
        var types = new[] { "ServiceBot.Dialogs", "ServiceBot.CtiAdapter", "servicebot" }.SelectMany(name => Assembly.Load(name).GetTypes());

        Assert.DoesNotContain(types, type => type is { IsNested: false } && rooms.Contains(type.Name));
    }

    private static IEnumerable<string> RoomsOf(string project) =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, project)).Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsUpper(name[0]) && name is not "Properties");

    // A room is used by its full name: in a using, or before a type.
    [GeneratedRegex(@"ServiceBot\.Bot\.(?<room>[A-Z]\w+)")]
    private static partial Regex UseOfARoom();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
