using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Tests.Hosting;

public sealed class DocumentedSettingsTests(ServedProgram program) : IClassFixture<ServedProgram>
{
    [Fact]
    public async Task Every_setting_stands_in_the_table_of_docs_operation()
    {
        var table = (await File.ReadAllLinesAsync(Path.Combine(Bot.Tests.Repository.Root, "docs", "operation.md"))).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        var settings = program.Services.GetServices<SettingsSection>()
            .SelectMany(section => section.Type.GetProperties().Where(property => property.CanWrite).Select(property => section.Name.Length == 0 ? property.Name : $"{section.Name}:{property.Name}"));

        Assert.DoesNotContain(settings, setting => !table.Any(row => row.Contains($"`{setting}`", StringComparison.Ordinal)));
    }
}
