namespace ServiceBot.Dialogs.Tests.Understanding;

/// <summary>What Korean customers write and what they want; "return + order.change" are two requests, "? a b" is open between a and b, "-" is nothing.</summary>
internal static class KoreanWishes
{
    public const string Rows = """
        반품하고 싶어요 | return
        반품할게요 | return
        반품 신청하려고요 | return
        반품이요 | return
        반품 | return
        이거 반품되나요? | return
        주전자 반품 좀 부탁드려요 | return
        지난주에 산 운동화 반품하려고 합니다 | return
        반품접수 해주세요 | return
        반품 어떻게 하나요 | return
        반품하는법 알려줘 | return
        물건 돌려보내고 싶은데요 | return
        이거 그냥 물리고 싶어요 | return
        반풍하려고요 | return
        반퓸할래요 | return
        반품할려고하는데요ㅠㅠ | return
        어제 받은 램프 반품해야할것같아요 | return
        리턴하고 싶은데 어떻게 해요 | return
        마음에 안 들어서 반품할게요 | return
        사이즈가 안 맞아서 반품하려구요 | return
        색상이 달라서 반품할래요 | return
        return 하고 싶어요 | return
        주문한 시계 return 부탁해요 | return
        고장나서 왔어요 반품해주세요 | return
        전원이 안 켜져요 | return
        받았는데 작동이 안 돼요 | return
        화면이 깨져있어요 | return
        상자 열어보니 컵이 박살나 있어요 | return
        찢어진 옷이 왔네요 | return
        다른 상품이 왔어요 | return
        주문한 게 아닌 엉뚱한 게 왔네요 | return
        오배송 됐어요 | return
        불량품이 왔습니다 | return
        환불해 주세요 | refund
        환불하고싶어요 | refund
        환불 받고 싶은데요 | refund
        환불되나요? | refund
        환불 가능한가요 | refund
        환뷸 해주세여 | refund
        한불해줘 | refund
        돈 돌려주세요 | refund
        돈 돌려받고 싶어요 | refund
        환불 절차 알려주세요 | refund
        refund 받고 싶어요 | refund
        환불요청합니다 | refund
        걍 환불해줘 | refund
        전액 환불 원합니다 | refund
        환불 언제 돼요? | refund.status
        환불은 언제 되나요 | refund.status
        환불 아직 안 됐어요 | refund.status
        환불이 왜 안 들어와요 | refund.status
        환불 신청한 거 어떻게 됐어요? | refund.status
        환불 진행 상황 알려주세요 | refund.status
        환불 처리됐나요 | refund.status
        환불금 언제 입금되나요 | refund.status
        돈이 안 들어왔어요 | refund.status
        제 돈은 언제 들어오나요 | refund.status
        반품한 거 환불 언제쯤 받을 수 있어요 | refund.status
        지난주에 환불 신청했는데 소식이 없네요 | refund.status
        환불 확인 부탁드립니다 | refund.status
        카드 환불이 아직 안 됐는데요 | refund.status
        환불 얼마나 걸려요 | refund.time
        환불은 며칠 걸려요? | refund.time
        환불받는 데 보통 며칠이나 걸리나요 | refund.time
        환불 기간이 어떻게 되나요 | refund.time
        카드 취소하면 환불까지 얼마나 걸리죠 | refund.time
        환불 소요 기간 문의드려요 | refund.time
        환불되는데 오래걸려요? | refund.time
        환불 처리 시간이 얼마나 걸리는지 궁금해요 | refund.time
        반품 어떻게 됐어요? | return.status
        반품 어떻게 되가나요 | return.status
        반품 신청한 거 진행상황 좀 | return.status
        반품 접수됐나요? | return.status
        반품 수거는 언제 와요 | return.status
        수거 언제 오시나요 | return.status
        수거하러 아직 안 왔어요 | return.status
        반품 보냈는데 확인됐나요 | return.status
        반품한 물건 도착했나요 | return.status
        회수 언제 해가시나요? | return.status
        반품 처리 어디까지 됐어요 | return.status
        반품 현황 조회 | return.status
        반품 취소할래요 | return.undo
        반품 신청 취소해 주세요 | return.undo
        반품 철회할게요 | return.undo
        반품 안 할래요 | return.undo
        반품하지 않을게요 | return.undo
        아까 신청한 반품 취소하고 싶어요 | return.undo
        반품접수한거 취소요 | return.undo
        반품 취소하고 그냥 쓸게요 | return.undo
        마음이 바뀌어서 반품은 취소할게요 | return.undo
        반품 기간이 어떻게 돼요 | return.policy
        반품 며칠 안에 해야 돼요? | return.policy
        반품 언제까지 가능해요 | return.policy
        반품 규정 알려주세요 | return.policy
        반품 배송비 얼마예요 | return.policy
        반품비는 누가 내나요 비용이요 | return.policy
        개봉했는데 반품 되나요? | return.policy
        박스 버렸는데 반품 가능한가요 | return.policy
        세일상품도 반품 되나요 | return.policy
        교환 환불 규정이 궁금합니다 | return.policy
        반품 조건이 뭐예요 | return.policy
        청약철회 기간이 며칠인가요 | return.policy
        입어봤는데 반품될까요? | return.policy
        무료반품인가요 | return.policy
        교환해 주세요 | exchange
        교환하고 싶어요 | exchange
        사이즈 교환 되나요 | exchange
        한 치수 큰 걸로 교환할게요 | exchange
        파란색으로 교환하고싶은데 | exchange
        다른 색으로 바꿔주세요 | exchange
        새 걸로 바꿔주세요 | exchange
        교완해주세요 | exchange
        큰 사이즈로 바꾸고 싶어요 | exchange
        맞교환 가능할까요 | exchange
        불량이라 새 제품으로 교환 원해요 | exchange
        exchange 가능한가요? | exchange
        반품 말고 교환이요 | exchange
        반품 말고 교환해주세요 | exchange
        환불 말고 교환으로 해주세요 | exchange
        반품이 아니라 교환이에요 | exchange
        반품하려는 게 아니라 교환하려구요 | exchange
        환불은 됐고 교환해 주세요 | exchange
        환불은 싫고 새 걸로 교환해줘요 | exchange
        교환 말고 환불이요 | refund
        교환 말고 그냥 환불해 주세요 | refund
        교환이 아니라 환불 받고 싶어요 | refund
        교환은 됐고 환불이요 | refund
        교환 대신 환불해주세요 | refund
        교환 말고 반품할게요 | return
        환불 말고 반품 취소요 | return.undo
        주문 취소해 주세요 | cancel
        주문 취소하고 싶어요 | cancel
        방금 주문한 거 취소할게요 | cancel
        주문취소요 | cancel
        어제 산 거 취소 가능해요? | cancel
        아직 발송 전이면 취소해주세요 | cancel
        주문 캔슬해줘 | cancel
        주문 취쇼해주세요 | cancel
        결제 취소해 주세요 | cancel
        실수로 두 번 주문했어요 하나 취소해 주세요 | cancel
        주문을 없던 걸로 해 주세요 | cancel
        구매 취소 부탁드립니다 | cancel
        배송지 바꿀 수 있나요 | order.change
        배송지 변경해주세요 | order.change
        주소 변경하고 싶어요 | order.change
        주소를 잘못 적었어요 | order.change
        배송 주소 좀 고쳐주세요 | order.change
        이사해서 주소 바꿔야 해요 | order.change
        주문 변경하고 싶은데요 | order.change
        주문한 거 색상 변경할게요 | order.change
        결제수단 바꾸고 싶어요 | order.change
        받는 곳을 회사로 바꿔주세요 | order.change
        주문 옵션 수정하고 싶어요 | order.change
        주문한 신발 사이즈 변경돼요? | order.change
        다른 카드로 결제 변경할래요 | order.change
        배송 어디쯤이에요 | order.status
        배송 언제 와요? | order.status
        택배 언제 오나요 | order.status
        택배 아직 안 왔어요 | order.status
        제 택배 어디 있어요 | order.status
        물건 언제 와요 | order.status
        주문한 거 언제 도착해요? | order.status
        주문한지 일주일인데 아직도 안 왔어요 | order.status
        배송조회 해주세요 | order.status
        배송 상태 확인이요 | order.status
        송장번호 알려주세요 | order.status
        운송장번호가 뭐예요 | order.status
        출고 됐나요? | order.status
        언제쯤 받을 수 있을까요 | order.status
        내꺼 어디까지 왔어 | order.status
        택배가 분실된 것 같아요 | order.status
        배송완료라는데 못 받았어요 | order.status
        상품이 안 와요 | order.status
        주문 상태 조회 부탁해요 | order.status
        오늘 배송 오나요? | order.status
        베송 언제와요 | order.status
        배숑언제됨 | order.status
        주문했는데 감감무소식이네요 | order.status
        parcel 어디 있어요? | order.status
        민원 넣을게요 | complaint
        민원 접수하고 싶습니다 | complaint
        불만 접수할게요 | complaint
        컴플레인 걸고 싶어요 | complaint
        클레임 접수요 | complaint
        기사님이 너무 불친절했어요 | complaint
        서비스가 엉망이에요 | complaint
        상담원이 불친절했어요 | complaint
        정말 실망이에요 | complaint
        너무하네요 진짜 | complaint
        소비자원에 신고할 거예요 | complaint
        이거 사기 아니에요? | complaint
        사과받고 싶습니다 | complaint
        보상해 주세요 | complaint
        택배기사가 물건을 던지고 갔어요 | complaint
        불만사항이 있습니다 | complaint
        항의하려고 연락드렸어요 | complaint
        접수한 불만 어떻게 됐나요 | complaint.status
        민원 어떻게 됐어요? | complaint.status
        컴플레인 건 거 답변 언제 주나요 | complaint.status
        지난번 민원 처리 결과 확인하고 싶어요 | complaint.status
        불만 접수했는데 연락이 없어요 | complaint.status
        클레임 진행상황 알려주세요 | complaint.status
        민원 답변 왜 안 와요 | complaint.status
        상담원 연결해 주세요 | person
        상담원 바꿔줘 | person
        상담원이랑 통화하고 싶어요 | person
        직원 바꿔주세요 | person
        직원이랑 얘기할래요 | person
        사람 바꿔 주세요 | person
        사람이랑 상담하고 싶은데요 | person
        상담사 연결 | person
        상담원 | person
        기계 말고 사람이요 | person
        고객센터 전화번호 알려주세요 | person
        책임자 바꿔요 | person
        담당자 연결 부탁드립니다 | person
        상담웡 연결해주세요 | person
        진짜 사람하고 얘기하고 싶어 | person
        전화해 주세요 | person
        챗봇 말고 사람 연결해줘 | person
        매니저 나오라고 해 | person
        주전자 때문에 연락했어요 | ? complaint order.status return
        주문한 상품에 문제가 있어요 | ? complaint order.status return
        제품이 좀 이상해요 | ? complaint order.status return
        문의드릴 게 있어서요 | ? complaint order.status return
        배송이 너무 늦어요 | ? complaint order.status
        교환이나 환불 하고싶어요 | ? exchange refund
        교환 아니면 환불해주세요 | ? exchange refund
        반품이나 교환 되나요 | ? exchange return
        사이즈가 작아요 | ? exchange return
        취소할게요 | ? cancel
        반품하고 그리고 다른 주문은 주소 바꿔주세요 | return + order.change
        주전자는 반품해주시고 시계는 언제 오나요 | return + order.status
        반품 접수해주세요. 그리고 다른 주문은 취소할게요 | return + cancel
        주문 취소해주시고 환불 얼마나 걸리는지도 알려주세요 | cancel + refund.time
        배송지 변경해주고 반품도 하나 할게요 | order.change + return
        택배 언제 와요? 그리고 주소도 바꾸고 싶어요 | order.status + order.change
        반품하고 환불해주세요 | return
        주문 취소하고 환불해 주세요 | cancel
        반품할게요. 환불은 얼마나 걸려요? | return + refund.time
        민원도 넣고 싶고 상담원 연결도 해주세요 | complaint + person
        오늘 날씨 어때? | out_of_scope
        농담 하나 해줘 | out_of_scope
        대통령 누구야 | out_of_scope
        점심 뭐 먹을까 | out_of_scope
        노래 불러줘 | out_of_scope
        심심해 놀아줘 | out_of_scope
        비트코인 얼마야 | out_of_scope
        영화 추천해줘 | out_of_scope
        파이썬 코딩 가르쳐줘 | out_of_scope
        로또 번호 알려줘 | out_of_scope
        나랑 결혼할래? | out_of_scope
        이 문장 번역해줘 | out_of_scope
        ㅁㄴㅇㄹ | -
        ㅋㅋㅋㅋ | -
        ㅠㅠ | -
        아 그렇구나 | -
        김하늘입니다 | -
        010-1234-5678 | -
        그게 뭐예요 | -
        안녕하세요 | -
        감사합니다 | -
        네 | -
        어제 받았어요 | -
        음 글쎄요 | -
        갑사합니다 | -
        저 이거 필요없어져서 돌려드리고 싶은데 어떻게 해야 하나요 | return
        신발이 발볼이 너무 좁아서 못 신겠어요 반품 좀 | return
        방금 받은 주전자 뚜껑이 금이 가 있네요 | return
        며칠 전에 신청한 환불 아직도 처리 안 된 것 같은데요 | refund.status
        돈 언제 들어옴? | refund.status
        환불하면 돈은 며칠 만에 들어오나요? | refund.time
        환불 입금까지 영업일 며칠 걸리나요 | refund.time
        반품 보낸지 5일 됐는데 확인 좀 해주세요 | return.status
        반품 수거 기사님 언제 오세요? | return.status
        반품한거 잘 받으셨나요 | return.status
        반품하겠다고 한 거 그냥 없던 일로 해주세요 | return.undo
        반품 안 하고 그냥 쓸게요 | return.undo
        반품 신청했는데 취소 가능한가요? | return.undo
        물건 받고 며칠까지 반품할 수 있어요? | return.policy
        단순변심도 반품 되나요 | return.policy
        반품하면 배송비 제가 내야 하나요? | return.policy
        옷이 좀 큰데 한 사이즈 작은 걸로 바꿀 수 있어요? | exchange
        블랙 말고 화이트로 교환할게요 | exchange
        새 제품으로 다시 보내주세요 | exchange
        주문한 거 아직 출발 안 했으면 취소하고 싶어요 | cancel
        방금 결제한 거 취소해주세요 | cancel
        주문 안 할래요 취소해줘요 | cancel
        이거 주문 취소되나여? | cancel
        이사 가서 받는 주소를 바꿔야 하는데요 | order.change
        배송지를 다른 데로 변경할 수 있을까요 | order.change
        주문한 책상 색깔을 흰색으로 바꾸고 싶어요 | order.change
        결제 카드를 바꾸고 싶은데 | order.change
        주문 수량 변경해주세요 | order.change
        제가 시킨 거 언제쯤 와요? | order.status
        택배 조회 좀 해주세요 | order.status
        배송 시작했나요? | order.status
        왜 아직도 배송준비중이에요? | order.status
        오늘 온다던 택배가 안 오네요 | order.status
        배송 언제 출발해요 | order.status
        주문한 물건이 아직 도착을 안 했어요 | order.status
        불만 접수는 어디서 하나요 | complaint
        직원 태도가 너무 불쾌했어요 | complaint
        이렇게 장사하시면 안 되죠 민원 넣겠습니다 | complaint
        배송기사님이 물건을 문 앞에 던져놓고 갔어요 | complaint
        전에 넣은 민원 답변 받았나요? | complaint.status
        컴플레인 접수한 거 확인해주세요 | complaint.status
        상담사분이랑 통화 가능할까요 | person
        그냥 사람 연결해줘요 답답하네 | person
        상담원이랑 직접 이야기하고 싶습니다 | person
        전화번호 좀 알려주세요 통화하게 | person
        교환하려는 거 아니고 환불이에요 | refund
        환불 필요없고 교환만 해주면 돼요 | exchange
        취소하는 게 아니라 주소만 바꾸고 싶어요 | order.change
        반품 하나랑 주문 취소 하나 할게요 | return + cancel
        요즘 볼만한 영화 있어? | out_of_scope
        너 이름이 뭐니 | -
        내일 비 와? | out_of_scope
        아이유 노래 틀어줘 | out_of_scope
        ㅇㅋ | -
        주전자요 | -
        반품하고시퍼요 | return
        환불점요 | refund
        반품좀해주라 | return
        배송왜안와 | order.status
        교환가능? | exchange
        고객님이 반품을 원하세요 | return
        혹시 환불도 되나요 | refund
        반품하고싶은데어떻게해야돼요? | return
        아까 받은 옷 반품 되죠? | return
        이거 못 쓰겠는데 반품해줘요 | return
        주전자 하나만 반품할게요 나머지는 쓸게요 | return
        신청한 반품 철회 부탁드려요 | return.undo
        어제 반품 접수한 거 없던 걸로 할게요 | return.undo
        반품 승인 났나요 | return.status
        반품 접수는 잘 됐죠? | return.status
        환불 받으려면 어떻게 해야 하나요 | refund
        그냥 환불이나 해주세요 | refund
        환불이 늦어지는 이유가 뭔가요 | refund.status
        아니 환불 언제 해줄 거냐고요 | refund.status
        입금 아직인가요 환불금이요 | refund.status
        환불은 보통 며칠 정도 걸리나요 | refund.time
        환불 처리 기간 알려주세요 | refund.time
        옷이 작아서 L로 교환하고 싶어요 | exchange
        같은 걸로 새 걸로 바꿔주실 수 있나요 | exchange
        불량이니까 교환해줘요 | exchange
        주문 취소 어떻게 해요 | cancel
        잘못 주문했어요 취소할래요 | cancel
        결제 취소하고 싶어요 | cancel
        어제 주문한 의자 취소 부탁드립니다 | cancel
        주소를 잘못 입력했는데 수정 가능한가요 | order.change
        배송지 좀 바꿔주세요 회사로요 | order.change
        받는 사람 주소 변경이요 | order.change
        주문한 물건 색깔 바꿀 수 있어요? | order.change
        내 택배 어디야 | order.status
        배송이 안 오네요 | order.status
        언제 배송되나요 | order.status
        배송 며칠 걸려요 | order.status
        주문번호 W6067464 배송 확인해 주세요 | order.status
        물건이 아직 안왔습니다 | order.status
        배달 언제쯤 될까요? | order.status
        컴플레인 하려고요 | complaint
        고객 응대가 너무 최악이네요 | complaint
        두 번이나 잘못 보내놓고 사과도 없나요 항의하고 싶습니다 | complaint
        불만 있어요 | complaint
        제가 넣은 불만 처리됐나요 | complaint.status
        C-10023 민원 진행 상황이요 | complaint.status
        상담원 부탁드려요 | person
        상담원이랑 연결 안 되나요 | person
        담당자랑 통화하게 해주세요 | person
        사람 없어요? | person
        말이 안 통하네 상담원 바꿔 | person
        교환 안 할래요 환불해 주세요 | refund
        반품 대신 교환 가능해요? | exchange
        주전자는 교환하고 시계는 반품할게요 | exchange + return
        주문 하나 취소하고 다른 하나는 주소 변경해주세요 | cancel + order.change
        환불 언제 되는지랑 배송지 변경도 알려주세요 | refund.status + order.change
        반품 규정 좀 | return.policy
        반품 가능 기간 알려주세요 | return.policy
        뜯었는데 반품 가능? | return.policy
        세탁했는데 반품 되나요? | return.policy
        반품 비용 얼마나 들어요 | return.policy
        안 물어봤는데 | -
        그렇군요 알겠습니다 | -
        잘 받았습니다 | -
        반품은 안 할 거고 교환만요 | exchange
        반품 말고 교환으로 할게요 | exchange
        택배 왔다는데 없어요 | order.status
        배송완료라고 떴는데 집앞에 아무것도 없어요 | order.status
        문 앞에 두고 갔다는데 안 보여요 | order.status
        아직 안 왔어요 | order.status
        물건이 왜 안오냐고 | order.status
        ㅎㅎ 배송 언제옴 | order.status
        3일전에 주문했는데 아직도 배송준비중이네요 | order.status
        환불 언제 돼요 | refund.status
        저기요 돈 언제 들어와요 | refund.status
        얼마 돌려받아요 | refund.status
        주전자 얼마 돌려받아요 | refund.status
        환불 금액이 얼마예요 | refund.status
        환불 신청했는데 카드취소 문자가 안와요 | refund.status
        반품비 누가 내요 | return.policy
        뜯었는데 반품 가능한가요 | return.policy
        입어봤는데 반품 될까요? | return.policy
        색깔이 사진이랑 완전 다른데 이거 어떡하죠 | ? return
        사이즈가 너무 안 맞아요 | ? exchange return
        이거 반품 되죠? 뚜껑이 깨져 있음 | return
        헐 이거 잘못 온 듯 | return
        유통기한 지난게 왔어요 | return
        곰팡이가 피어 있는데요 | return
        냄새가 진짜 심하게 나요 못 쓰겠어요 | return
        두 개 시켰는데 하나만 왔어요 | ? complaint return
        그냥 맘에 안들어요 반품 | return
        하자있는 물건 보내놓고 뭐하자는거죠 | complaint
        취소 가능? | cancel
        주문 취소 아직 되나요 | cancel
        주소 잘못 적었는데 바꿀수 있나여 | order.change
        교환하고 싶은데 사이즈 하나 큰걸로 | exchange
        기사님이 아직 안 오셨어요 반품 가지러 | return.status
        어제 반품한거 언제 가져가요 | return.status
        반품 접수 어디서 하나요 | return
        진짜 어처구니가 없네 고객센터 바꿔요 | person
        """;
}
