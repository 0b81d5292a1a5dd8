using System.Collections.Immutable;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Tests.Worlds;

namespace ServiceBot.Dialogs.Tests.OrderStatus;

/// <summary>Goods, carriers and places are named in the language of the answer, where the shop knows such a name.</summary>
public class NamesTests
{
    private readonly World _world = new();

    public NamesTests()
    {
        var english = ImmutableSortedDictionary<string, string>.Empty;
        _world.Shop.Orders.RemoveAt(0);
        _world.Shop.Orders[0] = _world.Shop.Orders[0] with
        {
            Status = OrderStatuses.Shipped,
            Lines = [_world.Shop.Orders[0].Lines[0] with { Names = english.Add("en", "Desk"), OptionNames = english.Add("en", "walnut") }],
            Shipments = [new Shipment("S2", "in_transit") { Carrier = "한빛택배", CarrierNames = english.Add("en", "Hanbit Parcel"), Waybill = "123456789013", LastSeen = "대전 허브", LastSeenNames = english.Add("en", "Daejeon hub") }],
        };
    }

    [Fact]
    public async Task English_is_answered_in_English_throughout()
    {
        var said = await _world.Tell("where is my parcel", "20261110-0000002 haneul@example.com");
        Assert.Contains("Hanbit Parcel", said, StringComparison.Ordinal);
        Assert.Contains("Daejeon hub", said, StringComparison.Ordinal);
        Assert.Contains("Desk (walnut)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Korean_is_answered_in_Korean_throughout()
    {
        var said = await _world.Tell("택배 어디쯤이에요", "20261110-0000002, 010-0000-1234");
        Assert.Contains("한빛택배", said, StringComparison.Ordinal);
        Assert.Contains("대전 허브", said, StringComparison.Ordinal);
        Assert.Contains("책상(월넛)", said, StringComparison.Ordinal);
    }
}
